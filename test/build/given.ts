import { parse } from "yaml";
import { clientFile } from "../../scripts/build/emit/client-file.ts";
import { print } from "../../scripts/build/emit/print.ts";
import { placeOperations } from "../../scripts/build/emit/types-document.ts";
import { printTypes } from "../../scripts/build/emit/types-file.ts";
import { mend } from "../../scripts/build/mend/mend.ts";
import { readApi } from "../../scripts/build/model/api.ts";
import type { ApiModel } from "../../scripts/build/model/model.ts";
import type { Document } from "../../scripts/build/model/openapi.ts";
import type { Fault } from "../../scripts/build/model/reader.ts";

interface Read {
  readonly model: ApiModel;
  readonly document: Document;
  readonly faults: readonly Fault[];
}

/** Reads a specification that needs no linting; what each one has in common is filled in. */
function modelOf(yaml: string, name = "sample"): Read {
  const common = { openapi: "3.1.0", info: { title: "Sample" }, servers: [{ url: "https://api.example" }] };
  const { document, warnings } = mend({ ...common, ...(parse(yaml) as Partial<Document>) });
  const { model, faults } = readApi(document, name);
  return { model, document, faults: [...warnings, ...faults] };
}

/** The client of a specification, which may have faults that do not keep it from being generated. */
export function clientOf(yaml: string, name?: string): string {
  const { model, document, faults } = modelOf(yaml, name);
  const errors = faults.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const placed = placeOperations(document, model.operations);
  return print(clientFile(model, placed, "openapi-jobs/runtime"), "Generated for a test.");
}

/** What the messages of a faulty specification are about, with the place. */
export function faultsOf(yaml: string): readonly string[] {
  return modelOf(yaml).faults.map(
    ({ severity, pointer, message }) => `${severity} /${pointer.join("/")}: ${message}`,
  );
}

/** The client and the types of a specification. */
export function filesOf(yaml: string): { readonly client: string; readonly types: string } {
  const { model, document } = modelOf(yaml);
  return {
    client: clientOf(yaml),
    types: printTypes(JSON.stringify(placeOperations(document, model.operations)), "Generated for a test."),
  };
}

/** The declaration of a name, without its comment. */
export function declarationOf(name: string, code: string): string {
  const declarations = code.split(/^(?=export |const |\/\*\*)/m);
  const found = declarations.find((each) =>
    new RegExp(`^(export )?(const|type|interface|function) ${name}\\b`).test(each),
  );
  if (found === undefined) throw new Error(`There is no ${name} in:\n${code}`);
  return found.trimEnd();
}

/** The comment above the declaration of a name. */
export function commentOf(name: string, code: string): string {
  const [, comment] =
    new RegExp(`(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)\\nexport \\w+ ${name}\\b`).exec(code) ?? [];
  if (comment === undefined) throw new Error(`There is no comment on ${name} in:\n${code}`);
  return comment;
}

/** Takes the indentation of the first line off all lines. */
export function lines(text: string): string {
  const [, indentation = ""] = /^\n?( *)/.exec(text) ?? [];
  return text
    .replace(/^\n/, "")
    .replace(new RegExp(`^ {0,${indentation.length}}`, "gm"), "")
    .trimEnd();
}
