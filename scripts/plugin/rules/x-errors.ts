import type { Oas3Rule } from "@redocly/openapi-core";
import { isForeign } from "../../vocabulary/foreign.ts";
import { errorsKeys } from "../../vocabulary/keys.ts";
import { plainText } from "../../vocabulary/plain-text.ts";
import type { Block } from "../block.ts";
import { openBlock } from "../block.ts";
import { checkExpressions, checkScalars } from "../checks.ts";
import type { Document, Place } from "../document.ts";
import { itemsOf, openDocument } from "../document.ts";
import type { Scope } from "../expressions.ts";
import { checkExpression } from "../expressions.ts";
import type { Response } from "../operations.ts";
import { operationsOf } from "../operations.ts";
import type { Report } from "../report.ts";
import { reporter } from "../report.ts";
import { describe } from "../words.ts";

/** `x-errors` at the root says how this API reports a refused call. */
export const xErrors: Oas3Rule = () => ({
  Root(root, context) {
    const document = openDocument(root, context);
    const report = reporter(context);
    const place = document.fields(document.root).get("x-errors");
    // the build says that it is not read
    if (place === undefined || isForeign("x-errors", document.follow(place)?.value)) return;
    const block = openBlock(place, { name: "x-errors", keys: errorsKeys }, document, report);
    if (!block) return;
    checkReadings(block, document, report);
    checkCodes(block, report);
    checkHeaders(block.get("retryAfter"), report);
  },
});

/** Several APIs may share the block, so of several alternatives one has to be in the answers of this API, not each. */
function checkReadings(block: Block, document: Document, report: Report): void {
  const anyAnswer: Scope = {
    kinds: ["response.body", "response.header"],
    answer: "the answers",
    body: "open",
    headers: undefined,
    request: { body: undefined, parameters: [] },
  };
  const bodies = refusals(block, document).flatMap(({ body }) => (body === undefined ? [] : [body]));
  const thisApi: Scope = { ...anyAnswer, body: bodies.length > 0 ? { any: bodies } : "open" };
  for (const key of ["code", "message", "requestId"]) {
    const place = block.get(key);
    if (!place || !checkExpressions(place, { scope: anyAnswer }, report)) continue;
    const alternatives = Array.isArray(place.value) ? itemsOf(place) : [place];
    const faults = alternatives.flatMap((alternative) => {
      const checked = checkExpression(alternative.value, thisApi);
      return "fault" in checked ? [{ alternative, ...checked.fault }] : [];
    });
    const [first] = faults;
    if (first && faults.length === alternatives.length)
      report(first.alternative, first.code, first.message, first);
  }
}

/** The answers that can report a refused call, each once: with `ok`, those with status 2xx too. */
function refusals(block: Block, document: Document): readonly Response[] {
  const responses = operationsOf(document)
    .flatMap((operation) => operation.responses)
    .filter((response) => block.has("ok") || !response.isSuccess);
  // operations share answers, by `$ref`
  return [...new Map(responses.map((each) => [each.fields.get("content")?.value ?? each, each])).values()];
}

function checkCodes(block: Block, report: Report): void {
  const lists = ["ok", "retry", "unavailable", "renew", "notFound"].flatMap((key) => {
    const place = block.get(key);
    return place ? [{ key, place }] : [];
  });
  const [first] = lists;
  if (first && !block.has("code")) {
    const lacks = "but `x-errors` lacks `code`, which says where an answer has its code";
    report(first.place, "codes-without-code", `\`${first.key}\` lists codes, ${lacks}.`, { onKey: true });
  }
  const owners = new Map<string, string>();
  for (const { key, place } of lists) {
    for (const { place: item, value } of checkScalars(key, place, "A code", report) ?? []) {
      // Codes compare as text, so `0` and `"0"` are one code.
      const code = String(value);
      const owner = owners.get(code);
      owners.set(code, owner ?? key);
      if (owner === key) report(item, "listed-twice", `\`${code}\` stands in \`${key}\` twice.`);
      else if (owner)
        report(item, "listed-twice", `\`${code}\` already stands in \`${owner}\`; a code has one meaning.`);
    }
  }
}

function checkHeaders(place: Place | undefined, report: Report): void {
  if (place === undefined) return;
  if (!Array.isArray(place.value)) {
    const suggest = typeof place.value === "string" ? [`retryAfter: [${place.value}]`] : [];
    report(
      place,
      "not-a-list",
      `\`retryAfter\` is a list of header names; here stands ${describe(place.value)}.`,
      {
        suggest,
      },
    );
  }
  for (const item of itemsOf(place)) {
    const name = plainText(item.value);
    if (typeof item.value === "string" && /^[\w!#%&'*+.^`|~-]+$/.test(name)) continue;
    const bare = name.replace(/^\$response\.header\./, "");
    const suggest = bare === name ? [] : [bare];
    report(
      item,
      "not-a-header-name",
      `\`retryAfter\` has names of headers, without more; here stands ${describe(item.value)}.`,
      {
        suggest,
      },
    );
  }
}
