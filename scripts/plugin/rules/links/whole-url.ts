import { isMeantAsExpression } from "../../../vocabulary/expression.ts";
import { tokensOf } from "../../../vocabulary/tokens.ts";
import type { Document } from "../../document.ts";
import { domainOf, typesOf } from "../../domain.ts";
import type { Readable } from "../../expressions.ts";
import { checkExpression } from "../../expressions.ts";
import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import type { Shape } from "../../shape.ts";
import type { Link } from "./link.ts";
import { parameterCalled } from "./parameters.ts";

/** A parameter in a path is a part of a URL. To be handed a whole one is what `x-url` is for. */
export function checkWholeUrls(
  link: Link,
  target: Operation | undefined,
  document: Document,
  { report, warn }: { readonly report: Report; readonly warn: Report },
): void {
  for (const [spelling, place] of document.fields(link.fields.get("parameters"))) {
    const parameter = target && parameterCalled(spelling, target);
    if (parameter?.in !== "path" || isUrl(parameter) !== "no") continue;
    if (!isMeantAsExpression(place.value)) continue;
    const read = checkExpression(place.value, link.scope);
    const certainty = "fault" in read ? "no" : readsUrl(read);
    if (certainty === "no") continue;
    const say = certainty === "yes" ? report : warn;
    const [is, condition] = certainty === "yes" ? ["is", "Leave"] : ["seems to be", "If so, leave"];
    const url = `x-url: ${place.value}`;
    const advice = `${condition} it out of \`parameters\` and write \`${url}\` beside \`operationId\``;
    say(
      place,
      "url-in-path",
      `\`${place.value}\` ${is} a whole URL, and \`${parameter.name}\` only a part of one. ${advice}, which reads the parameter off the URL.`,
    );
  }
}

type Certainty = "yes" | "perhaps" | "no";

function readsUrl({ expression, shape }: Readable): Certainty {
  if (expression.kind === "response.body") return isUrl({ name: expression.pointer.at(-1) ?? "", shape });
  if (expression.kind !== "response.header") return "no";
  const isKnown = /^((content-|operation-)?location|azure-asyncoperation)$/i.test(expression.name);
  const found = isUrl({ name: isKnown ? "url" : expression.name, shape });
  return isKnown && found === "perhaps" ? "yes" : found;
}

/** By its format, else perhaps by its name. */
function isUrl({ name, shape }: { readonly name: string; readonly shape: Shape }): Certainty {
  const { named, rest } = domainOf(shape);
  if (named.length > 0 || !typesOf({ named, rest }).includes("string")) return "no";
  const formats = formatsOf(shape);
  if (formats.length > 0) return formats.every((format) => urlFormats.has(format)) ? "yes" : "no";
  return urlWords.has(tokensOf(name).at(-1) ?? "") ? "perhaps" : "no";
}

const urlFormats: ReadonlySet<string> = new Set(["uri", "uri-reference", "iri", "iri-reference", "url"]);
const urlWords: ReadonlySet<string> = new Set(["url", "uri", "href"]);

function formatsOf(shape: Shape): readonly string[] {
  if (shape === "open" || "lost" in shape) return [];
  if ("keywords" in shape) return typeof shape.keywords.format === "string" ? [shape.keywords.format] : [];
  return ("all" in shape ? shape.all : shape.any).flatMap(formatsOf);
}
