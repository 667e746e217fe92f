/** A table with a title, a few rows, and as many more rows as the size asks for. */
export function makeCsv(title: string, size: number): Uint8Array<ArrayBuffer> {
  const rows = ["title,month,amount"];
  let length = 0;
  for (let month = 1; month <= 12 || length < size; month += 1) {
    const row = `"${title.replaceAll('"', '""')}",${((month - 1) % 12) + 1},${month * 100}`;
    rows.push(row);
    length += row.length + 2;
  }
  return new TextEncoder().encode(`${rows.join("\r\n")}\r\n`);
}
