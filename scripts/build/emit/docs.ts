import type { OperationModel } from "../model/model.ts";
import { prose } from "./comment.ts";
import { readable } from "./readable.ts";

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
function words({ summary, description }: OperationModel): readonly string[] {
  return once(shown(summary), shown(description));
}

function once(first: string, second: string): readonly string[] {
  return first === second ? [first] : [first, second];
}

/** What is enough where a link leads to all of it: the first paragraph that says what is done. */
export function firstWords({ summary, description }: OperationModel): readonly string[] {
  const paragraphs = shown(description?.replace(callout, "\n\n")).split(/\n[ \t]*\n/);
  const first = paragraphs.find((each) => !/:$|^([-*+] |[#>|]|\d+[.)]|```|~~~)/.test(each));
  return once(shown(summary), first ?? "");
}

/** `<Warning>` and the like, of pages in MDX. */
const callout = /<([A-Z]\w*)(?: [^<>]*)?>[\s\S]{0,3000}?<\/\1>/g;

/** The specification's words, as an editor can show them. */
export function shown(written: string | undefined): string {
  return prose(readable(written ?? "")).trim();
}
