import type { OperationModel } from "../model/model.ts";
import { prose } from "./comment.ts";

/** What an editor shows of an operation: the specification's words, the request, and what else there is to say. */
export function docParts(operation: OperationModel, ...more: readonly string[]): readonly string[] {
  const { method, path, deprecated } = operation;
  return [
    ...words(operation),
    `\`${method} ${prose(path).replaceAll("`", "'")}\``,
    ...more,
    otherForms(operation),
    ...(deprecated ? ["@deprecated"] : []),
  ];
}

/** What else the service would answer with, and how to have it. */
function otherForms({ answer: { passed = [] }, method, server }: OperationModel): string {
  if (passed.length === 0) return "";
  const types = passed.map((type) => `\`${prose(type).replaceAll("`", "'")}\``).join(", ");
  const there = `Asks for JSON. There is ${types} as well`;
  if (!/^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)$/.test(method)) return `${there}.`;
  const address = server === undefined ? "" : "baseUrl: …, ";
  return `${there}, by \`fetchClient(client).${method}(…, { ${address}headers: { Accept: … }, parseAs: "text" })\`.`;
}

/** Summary and description, once when they are the same. */
export function words({ summary, description }: OperationModel): readonly string[] {
  const [first, second] = [prose(summary).trim(), prose(description).trim()];
  return first === second ? [first] : [first, second];
}
