import type { ApiModel } from "../model/model.ts";

/** What is printed, each part with a library that takes long to load, and what it is printed from. */
export interface Questions {
  /** The types of a bundled document in JSON. */
  readonly types: readonly [document: string, banner: string];
  readonly client: readonly [model: ApiModel, runtime: string, banner: string];
}

export type Part = keyof Questions;
type Printer<P extends Part> = (...question: Questions[P]) => string;

export async function loadPrinter<P extends Part>(part: P): Promise<Printer<P>> {
  return await loaders[part]();
}

const loaders: { readonly [P in Part]: () => Promise<Printer<P>> } = {
  types: async () => (await import("./types-file.ts")).printTypes,
  client: async () => {
    const { clientFile } = await import("./client-file.ts");
    const { print } = await import("./print.ts");
    return (model, runtime, banner) => print(clientFile(model, runtime), banner);
  },
};
