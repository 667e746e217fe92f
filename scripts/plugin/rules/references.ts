import type { Oas3Rule } from "@redocly/openapi-core";
import { parseExpression } from "../../vocabulary/expression.ts";
import { plainText } from "../../vocabulary/plain-text.ts";
import type { Place } from "../document.ts";
import { child, isObject, itemsOf, openDocument } from "../document.ts";
import type { Scope } from "../expressions.ts";
import { lostIn, resolvePointer } from "../members.ts";
import type { Operation } from "../operations.ts";
import { operationsOf } from "../operations.ts";
import { reporter } from "../report.ts";
import { linksOf } from "./links/link.ts";

/**
 * What decides over a job has to be described: its status, its result, and what a link hands on from an answer. A `$ref` that
 * leads nowhere would make anything of it. What is only shown, such as the message of an error, may be lost.
 */
export const references: Oas3Rule = () => ({
  Root(root, context) {
    const document = openDocument(root, context);
    const operations = operationsOf(document);
    const report = reporter(context);
    const told = new Set<string>();
    const jobs = operations.filter(({ isPolled }) => isPolled);
    const links = operations
      .flatMap((operation) => linksOf(operation, document).map((link) => ({ operation, link })))
      .filter(({ operation, link }) => operation.isPolled || leadsTo(jobs, link.fields));
    const readings = [
      ...jobs.flatMap((job) => readingsOfJob(job, document.fields(job.fields.get("x-polling")))),
      ...links.flatMap(({ operation, link }) =>
        ["parameters", "requestBody", "x-url"].flatMap((key) => {
          const place = link.fields.get(key);
          const reader = `the link \`${link.name}\` of \`${operation.name}\``;
          return place ? textsIn(place).map((text) => ({ reader, text, scope: link.scope })) : [];
        }),
      ),
    ];
    for (const reading of readings) {
      const lost = lostBehind(reading);
      if (lost === undefined || told.has(lost.location.absolutePointer)) continue;
      // several may read it, and one of them is enough to find it
      told.add(lost.location.absolutePointer);
      const { reader, text } = reading;
      const reference = isObject(lost.value) ? plainText(lost.value.$ref) : "";
      const message = `\`${reference}\` leads nowhere, and ${reader} reads \`${text}\` from there.`;
      report(lost, "job-without-schema", message);
    }
  },
});

interface Reading {
  /** As a message names it. */
  readonly reader: string;
  /** An expression, unless it is a constant. */
  readonly text: string;
  readonly scope: Pick<Scope, "body" | "request">;
  /** A client has a type of it, so what it is described by has to be there, too. */
  readonly isTyped?: boolean;
}

function leadsTo(jobs: readonly Operation[], link: ReadonlyMap<string, Place>): boolean {
  const id = link.get("operationId")?.value;
  return id !== undefined && jobs.some((job) => job.id === id);
}

function readingsOfJob({ responses }: Operation, block: ReadonlyMap<string, Place>): readonly Reading[] {
  const bodies = responses.flatMap(({ isSuccess, body }) => (isSuccess && body ? [body] : []));
  const scope = { body: { any: bodies }, request: { body: undefined, parameters: undefined } };
  const reader = `\`${plainText(block.get("job")?.value)}\``;
  const written = (key: string): readonly string[] => {
    const place = block.get(key);
    return place ? textsIn(place) : [];
  };
  const result = block.has("result") ? written("result") : ["$response.body"];
  return [
    ...written("status").map((text) => ({ reader, text, scope, isTyped: true })),
    ...written("failedIf").map((text) => ({ reader, text, scope })),
    ...result.map((text) => ({ reader, text, scope, isTyped: true })),
  ];
}

/** The texts at any depth. */
function textsIn(place: Place): readonly string[] {
  if (typeof place.value === "string") return [place.value];
  const inside = isObject(place.value) ? Object.keys(place.value).map((key) => child(place, key)) : [];
  return [...itemsOf(place), ...inside].flatMap(textsIn);
}

function lostBehind({ text, scope, isTyped = false }: Reading): Place | undefined {
  const expression = parseExpression(text);
  if (expression === undefined || !("pointer" in expression)) return undefined;
  const whole = expression.kind === "response.body" ? scope.body : scope.request.body;
  const found = whole && resolvePointer(whole, expression.pointer);
  if (found === undefined || !("shape" in found)) return undefined;
  return found.lost ?? (isTyped ? lostIn(found.shape) : undefined);
}
