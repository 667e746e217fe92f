import type { Expression } from "../vocabulary/expression.ts";
import { parseExpression } from "../vocabulary/expression.ts";
import { nearest } from "../vocabulary/nearest.ts";

/** What a person who wrote `text` probably meant: `response.body.id`, `$.id` and `/id` all mean `$response.body#/id`. */
export function repairExpression(text: string, kinds: readonly Expression["kind"][]): readonly string[] {
  const bare = text.trim().replace(/^\{(.*)\}$/, "$1");
  const words = /^\$?\{?(\w+)[./](\w+)(.*)$/.exec(bare);
  const candidates = [
    bare,
    words ? fromWords(words[1] ?? "", words[2] ?? "", words[3] ?? "") : "",
    asPointer(bare),
  ];
  const meant = candidates.find((candidate) => {
    const expression = parseExpression(candidate);
    return expression !== undefined && kinds.includes(expression.kind);
  });
  return meant === undefined ? [] : [meant];
}

/** `$respons.body.data/id`: the first two words decide, whatever stands between the others. */
function fromWords(first: string, second: string, rest: string): string {
  const side = nearest(first, ["response", "request"]);
  const part = nearest(second, ["body", "header", "path", "query"]);
  if (part === "body") return `$${side}.body${rest === "" ? "" : `#${slashed(rest)}`}`;
  const from = part === "header" ? side : "request";
  return `$${from}.${part}.${rest.replace(/^[^\w]+/, "")}`;
}

/** `$.data.id`, `#/data/id`, `/data/id`, `data.id` */
function asPointer(text: string): string {
  return /^[$#./]*[\w/.-]+$/.test(text) && !/^\$\w/.test(text) ? `$response.body#${slashed(text)}` : "";
}

function slashed(text: string): string {
  const tokens = text.split(/[#$./[\]]+/).filter((token) => token !== "");
  return tokens.map((token) => `/${token}`).join("");
}
