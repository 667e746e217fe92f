import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import type { Operation } from "../document/operations.ts";
import { allParts, keywords, schemaAt, schemaIn } from "../document/schema.ts";
import { isError } from "../sample/failure.ts";

type At = readonly string[];

/**
 * Where an answer says what has gone wrong with a job: what is called an error beside its status and at the top, and on the way to
 * what `x-polling` says is its error. `kept`: what the answer is asked for besides.
 */
export function errorPlaces(
  { way }: Operation,
  document: unknown,
  { status, told, kept }: Readonly<Record<"status" | "told" | "kept", readonly At[]>>,
): readonly At[] {
  const holders = [[], ...status.map((at) => at.slice(0, -1))];
  const beside = holders.flatMap((holder) =>
    namesIn(holder, way, document).map((name): At => [...holder, name]),
  );
  const above = told.flatMap((at) => at.map((_, index) => at.slice(0, index + 1)));
  const places = new Map([...beside, ...above].map((at) => [at.join("/"), at]));
  return [...places.values()].filter(
    (at) => isError(at.at(-1) ?? "") && ![...status, ...kept].some((other) => isOnTheWay(at, other)),
  );
}

function namesIn(holder: At, way: At, document: unknown): readonly string[] {
  const responses = [...way, "responses"];
  const accepting = members(locate(document, responses)?.value).filter(([key]) => /^2/.test(key));
  return accepting.flatMap(([key]) =>
    members(locate(document, [...responses, key, "content"])?.value).flatMap(([type]) => {
      const schema = schemaIn(document, [...responses, key, "content", type, "schema"]);
      const place = schemaAt(schema, holder, document);
      const parts = place ? allParts(place, document) : [];
      return parts.flatMap(({ value }) => members(keywords(value).properties).map(([name]) => name));
    }),
  );
}

export function isOnTheWay(at: At, to: At): boolean {
  return at.every((key, index) => to[index] === key);
}
