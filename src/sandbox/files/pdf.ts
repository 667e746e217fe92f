/** One page with the title on it. */
export function makePdf(title: string, size: number): Uint8Array<ArrayBuffer> {
  const content = `BT /F1 24 Tf 72 720 Td (${escapeText(title)}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const end = trailer(offsets);
  // A comment before the table of offsets, which is where padding does no harm.
  const missing = size - text.length - end(size).length - 2;
  if (missing > 0) text += `%${".".repeat(missing)}\n`;
  text += end(text.length);
  return Uint8Array.from(text.padEnd(size), (char) => char.charCodeAt(0));
}

function trailer(offsets: readonly number[]): (start: number) => string {
  const table = offsets.map((offset) => `${`${offset}`.padStart(10, "0")} 00000 n \n`).join("");
  const count = offsets.length + 1;
  return (start) =>
    `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

/** Text of a PDF string in WinAnsi, which is Latin 1 for all that the sandbox writes. */
function escapeText(text: string): string {
  return text.replace(/[\\()]/g, "\\$&").replace(/[^ -~¡-ÿ]/g, "?");
}
