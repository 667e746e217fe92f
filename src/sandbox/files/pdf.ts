/** Bytes of a piece of padding. */
const PIECE = 65_536;

/** Bytes of a line of padding. */
const LINE = 64;

/** One page with the title on it, in pieces, so that a large one need not be held in memory. */
export function* pdfPieces(title: string, size: number): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  const { start, end } = outline(title);
  const missing = size - start.length - end(size).length;
  const padding = missing > 1 ? missing : 0;
  yield latin1(start);
  yield* comments(padding);
  const last = end(start.length + padding);
  yield latin1(last.padEnd(size - start.length - padding));
}

/** Bytes of all these pieces. */
export function pdfSize(title: string, size: number): number {
  const { start, end } = outline(title);
  return Math.max(size, start.length + end(start.length).length);
}

/** What comes before the padding, and what comes after so many bytes. */
function outline(title: string): { readonly start: string; readonly end: (offset: number) => string } {
  const content = `BT /F1 24 Tf 72 720 Td (${escapeText(title)}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let start = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = start.length;
    start += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  return { start, end: trailer(offsets) };
}

/**
 * Comments, of so many bytes: before the table of offsets they do no harm. No two lines of a piece are the same, and no
 * two pieces, so that nothing can be lost or change places without a trace.
 */
function* comments(size: number): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  const lines = Array.from({ length: PIECE / LINE }, (_, line) => `%${`${line}`.padStart(LINE - 2, ".")}\n`);
  const usual = latin1(lines.join(""));
  for (let left = size, piece = 0; left > 0; left -= PIECE, piece++) {
    const bytes = usual.slice(0, Math.min(left, PIECE));
    if (bytes.length > LINE) bytes.set(latin1(`%${piece} `));
    // the last line may be cut anywhere
    bytes.set([0x0a], bytes.length - 1);
    yield bytes;
  }
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

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
