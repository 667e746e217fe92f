import { makeZip } from "./zip.ts";

/** A Word document of one paragraph. */
export function makeDocx(title: string, size: number): Uint8Array<ArrayBuffer> {
  const body = `<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${escapeXml(title)}</w:t></w:r></w:p></w:body></w:document>`;
  return pack(
    "word/document.xml",
    `${types}.wordprocessingml.document.main+xml`,
    [["word/document.xml", body]],
    size,
  );
}

/** An Excel workbook of one sheet with one cell. */
export function makeXlsx(title: string, size: number): Uint8Array<ArrayBuffer> {
  const main = `${schemas}/spreadsheetml/2006/main`;
  const workbook = `<workbook xmlns="${main}" xmlns:r="${schemas}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${escapeXml(title)}</t></is></c></row></sheetData></worksheet>`;
  return pack(
    "xl/workbook.xml",
    `${types}.spreadsheetml.sheet.main+xml`,
    [
      ["xl/workbook.xml", workbook],
      ["xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml")],
      ["xl/worksheets/sheet1.xml", sheet],
    ],
    size,
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.spreadsheetml.worksheet+xml"/>`,
  );
}

const schemas = "http://schemas.openxmlformats.org";
const types = "application/vnd.openxmlformats-officedocument";

function pack(
  main: string,
  type: string,
  parts: ReadonlyArray<readonly [string, string]>,
  size: number,
  overrides = "",
): Uint8Array<ArrayBuffer> {
  const contentTypes = `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="txt" ContentType="text/plain"/><Override PartName="/${main}" ContentType="${type}"/>${overrides}</Types>`;
  const files: Array<readonly [string, string]> = [
    ["[Content_Types].xml", contentTypes],
    ["_rels/.rels", relationship("officeDocument", main)],
    ...parts,
  ];
  const missing = size - makeZip(files).length;
  return makeZip(missing > 0 ? [...files, ["padding.txt", ".".repeat(missing)]] : files);
}

function relationship(kind: string, target: string): string {
  return `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${schemas}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
