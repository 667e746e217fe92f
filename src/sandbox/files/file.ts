import { makeCsv } from "./csv.ts";
import { makeDocx, makeXlsx } from "./office.ts";
import { pdfPieces, pdfSize } from "./pdf.ts";

export type FileKind = "pdf" | "docx" | "xlsx" | "csv";

/** A file that is made when it is sent. */
export interface ExportedFile {
  /** Bytes. */
  readonly size: number;
  body(): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

/** The same file as `makeFile` gives. A PDF is made piece by piece, as fast as it is read, and can be of any size. */
export function exportedFile(kind: FileKind, title: string, size = 0): ExportedFile {
  if (kind === "pdf") return { size: pdfSize(title, size), body: () => stream(pdfPieces(title, size)) };
  const file = makeFile(kind, title, size);
  return { size: file.byteLength, body: () => file };
}

/** A small file that opens, with its title in it; `size` makes it larger if it is smaller than that. */
export function makeFile(kind: FileKind, title: string, size = 0): Uint8Array<ArrayBuffer> {
  switch (kind) {
    case "pdf":
      return new Uint8Array(Buffer.concat([...pdfPieces(title, size)]));
    case "docx":
      return makeDocx(title, size);
    case "xlsx":
      return makeXlsx(title, size);
    case "csv":
      return makeCsv(title, size);
  }
}

/** Headers of a file that is to be saved under this name. */
export function fileHeaders(size: number, name: string): Record<string, string> {
  const ascii = name.replace(/[^ -~]|["\\]/g, "_");
  const full = ascii === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return {
    "content-type": "application/octet-stream",
    "content-length": `${size}`,
    "content-disposition": `attachment; filename="${ascii}"${full}`,
  };
}

function stream(pieces: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull(controller) {
        const { done, value } = pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}
