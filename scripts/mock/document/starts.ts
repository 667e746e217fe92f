import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import type { Operation } from "./operations.ts";
import type { Keywords } from "./schema.ts";
import { keywords } from "./schema.ts";

/** An answer that starts a job: it links to the question that tells how that is. */
export interface Start {
  /** What the document has the answer as: `202`. */
  readonly key: string;
  readonly question: Operation;
  readonly link: Keywords;
}

/** The jobs that an operation starts. */
export function startsOf(
  { way }: Operation,
  operations: readonly Operation[],
  document: unknown,
): readonly Start[] {
  const keys = members(locate(document, [...way, "responses"])?.value).map(([key]) => key);
  const accepting = keys.filter((key) => /^(2|default)/i.test(key));
  return accepting.flatMap((key) => {
    const place = [...way, "responses", key, "links"];
    return members(locate(document, place)?.value).flatMap(([name]) => {
      const link = keywords(locate(document, [...place, name])?.value);
      const question = operations.find((each) => isQuestion(each, link.operationId, document));
      return question ? [{ key, question, link }] : [];
    });
  });
}

function isQuestion({ way }: Operation, id: unknown, document: unknown): boolean {
  const { operationId, "x-polling": polling } = keywords(locate(document, way)?.value);
  return polling !== undefined && operationId === id;
}
