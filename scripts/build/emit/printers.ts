import type { ApiModel } from "../model/model.ts";

/** What is to be printed, and what from: the types of a mended document in JSON, or a client. */
export type Question =
  | readonly [part: "types", document: string, banner: string]
  | readonly [part: "client", model: ApiModel, runtime: string, banner: string];

/** Loads the libraries that print, which takes long. */
export async function loadPrinters(): Promise<(...question: Question) => string> {
  const { printTypes } = await import("./types-file.ts");
  const { clientFile } = await import("./client-file.ts");
  const { print } = await import("./print.ts");
  return (...question) => {
    if (question[0] === "types") {
      const [, document, banner] = question;
      return printTypes(document, banner);
    }
    const [, model, runtime, banner] = question;
    return print(clientFile(model, runtime), banner);
  };
}
