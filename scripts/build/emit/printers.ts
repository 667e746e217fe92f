import type { LaidOutFile } from "./lay-out-file.ts";

/** What is to be printed, and what from: the types of a mended document in JSON, or a client that is laid out. */
export type Question =
  | readonly [part: "types", document: string, banner: string]
  | readonly [part: "client", file: LaidOutFile, banner: string];

/** Loads the libraries that print, which takes long. */
export async function loadPrinters(): Promise<(...question: Question) => string> {
  const { printTypes } = await import("./types-file.ts");
  const { print } = await import("./print.ts");
  return (...question) => {
    if (question[0] === "types") {
      const [, document, banner] = question;
      return printTypes(document, banner);
    }
    const [, file, banner] = question;
    return print(file, banner);
  };
}
