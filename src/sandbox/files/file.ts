import { makeCsv } from "./csv.ts";
import { makeDocx, makeXlsx } from "./office.ts";
import { makePdf } from "./pdf.ts";

export type FileKind = "pdf" | "docx" | "xlsx" | "csv";

/** A small file that opens, with its title in it; `size` makes it larger if it is smaller than that. */
export function makeFile(kind: FileKind, title: string, size = 0): Uint8Array<ArrayBuffer> {
  switch (kind) {
    case "pdf":
      return makePdf(title, size);
    case "docx":
      return makeDocx(title, size);
    case "xlsx":
      return makeXlsx(title, size);
    case "csv":
      return makeCsv(title, size);
  }
}

/** Headers of a file that is to be saved under this name. */
export function fileHeaders(file: Uint8Array, name: string): Record<string, string> {
  const ascii = name.replace(/[^ -~]|["\\]/g, "_");
  const full = ascii === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return {
    "content-type": "application/octet-stream",
    "content-length": `${file.byteLength}`,
    "content-disposition": `attachment; filename="${ascii}"${full}`,
  };
}
