import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { parseExpression } from "../../vocabulary/expression.ts";
import type { Operation } from "../document/operations.ts";
import { operationsIn } from "../document/operations.ts";
import { keywords } from "../document/schema.ts";
import type { Pin } from "../sample/making.ts";
import { sample } from "../sample/sample.ts";
import { addressed, inAddress } from "./address.ts";
import type { Answered } from "./answers.ts";

/** A URL in an answer, which a link reads its parameters off. */
export interface LinkedUrl {
  /** What the document has the answer as: `200`. */
  readonly key: string;
  readonly value: string;
  /** Where it is in the body. */
  readonly pin?: Pin;
  /** Which header it is. */
  readonly header?: string;
}

/** The URLs in the answers of a question, each of which leads to what its link is to. */
export function linkedUrls({ way }: Operation, document: unknown, address: string): readonly LinkedUrl[] {
  const responses = [...way, "responses"];
  return members(locate(document, responses)?.value).flatMap(([key]) => {
    const links = [...responses, key, "links"];
    return members(locate(document, links)?.value).flatMap(([name]): readonly LinkedUrl[] => {
      const link = keywords(locate(document, [...links, name])?.value);
      const where = typeof link["x-url"] === "string" ? parseExpression(link["x-url"]) : undefined;
      const target = where && operationsIn(document).find((each) => isOf(each, link.operationId, document));
      if (target === undefined) return [];
      const known = inAddress(target, link, document, (each) => sample(document, each, { all: true }));
      const value = address + addressed(target, known);
      if (where?.kind === "response.header") return [{ key, value, header: where.name }];
      return where?.kind === "response.body"
        ? [{ key, value, pin: { at: where.pointer, values: [value] } }]
        : [];
    });
  });
}

/** The answer with those of them that are headers. */
export function withUrls(answered: Answered, urls: readonly LinkedUrl[]): Answered {
  const found = urls.flatMap(({ key, header, value }) =>
    header !== undefined && key === answered.key ? [[header, value] as const] : [],
  );
  return found.length === 0
    ? answered
    : { ...answered, headers: { ...answered.headers, ...Object.fromEntries(found) } };
}

function isOf({ way }: Operation, id: unknown, document: unknown): boolean {
  return id !== undefined && keywords(locate(document, way)?.value).operationId === id;
}
