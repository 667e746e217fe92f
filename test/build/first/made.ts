import { clientFile } from "../../../scripts/build/emit/client-file.ts";
import { print } from "../../../scripts/build/emit/print.ts";
import { placeOperations } from "../../../scripts/build/emit/types-document.ts";
import { printTypes } from "../../../scripts/build/emit/types-file.ts";
import { firstProgram } from "../../../scripts/build/first/program.ts";
import { mend } from "../../../scripts/build/mend/mend.ts";
import { readApi } from "../../../scripts/build/model/api.ts";
import type { Document } from "../../../scripts/build/model/openapi.ts";
import { runtime } from "../type-check.ts";

/** A program as `<api>.ts`, beside the folder of the client that it is for. */
export function made(name: string, written: Partial<Document>): Readonly<Record<string, string>> {
  const common = { openapi: "3.1.0", info: { title: "Sample" }, servers: [{ url: "https://api.example" }] };
  const { document } = mend({ ...common, ...structuredClone(written) });
  const { model } = readApi(document, name);
  const placed = placeOperations(document, model.operations);
  const place = { module: `./${name}/index.js`, document: `${name}/openapi.json` };
  return {
    [`${name}.ts`]: firstProgram(model, placed, place)?.text ?? "",
    [`${name}/index.ts`]: print(clientFile(model, placed, runtime), "Generated for a test."),
    [`${name}/types.ts`]: printTypes(JSON.stringify(placed), "Generated for a test."),
  };
}
