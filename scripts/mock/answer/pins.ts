import { type Expression, parseExpression } from "../../vocabulary/expression.ts";
import type { Operation } from "../document/operations.ts";
import type { Keywords } from "../document/schema.ts";
import { keywords } from "../document/schema.ts";
import type { Pin } from "../sample/making.ts";
import { errorPlaces, isOnTheWay } from "./error-places.ts";
import type { Chapter } from "./story.ts";

/** What belongs to a state beside its status. */
export function pinsOf(
  state: Chapter["state"],
  polling: Keywords,
  {
    question,
    document,
    progress,
  }: { readonly question: Operation; readonly document: unknown; readonly progress: number | undefined },
): readonly Pin[] {
  const { code, message } = keywords(polling.error);
  const errors = errorsOf(polling, question, document);
  const isBad = state === "failed" || state === "canceled";
  const told = isBad
    ? [
        ...bodiesIn(message).map((at): Pin => ({ at, values: [`The mock says: ${state}.`] })),
        ...errors.map((at): Pin => ({ at, values: [] })),
      ]
    : [...bodiesIn([polling.failedIf, code, message].flat()), ...errors].map(nothingAt);
  return [
    ...requiredIn(polling).map((at): Pin => ({ at, values: [], ratherNone: state !== "succeeded" })),
    ...told,
    ...(state === "pending" ? resultPlaces(polling) : []).map(
      (at): Pin => ({ at, values: [], ratherNone: true }),
    ),
    ...(progress === undefined ? [] : progressPins(polling.progress, progress)),
  ];
}

/** Where the result is, unless what is said of the job stands in it. */
function resultPlaces(polling: Keywords): readonly (readonly string[])[] {
  const { code, message } = keywords(polling.error);
  const { done = polling.progress, total } = keywords(polling.progress);
  const kept = bodiesIn([polling.status, done, total, polling.failedIf, code, message].flat());
  return bodiesIn(polling.result).filter((at) => !kept.some((other) => isOnTheWay(at, other)));
}

function errorsOf(polling: Keywords, question: Operation, document: unknown): readonly (readonly string[])[] {
  const { code, message } = keywords(polling.error);
  const { done = polling.progress, total } = keywords(polling.progress);
  return errorPlaces(question, document, {
    status: bodiesIn(polling.status),
    told: bodiesIn([polling.failedIf, code, message].flat()),
    kept: [...requiredIn(polling), ...bodiesIn([done, total])],
  });
}

/** Where the fields are that a result has to have. */
export function requiredIn(polling: Keywords): readonly (readonly string[])[] {
  const [base] = bodiesIn(polling.result ?? "$response.body");
  return base ? listed(polling.requires).map((name) => [...base, String(name)]) : [];
}

/** As nothing counts what is not there, and what is empty. */
export function nothing(expression: Expression): readonly Pin[] {
  return expression.kind === "response.body" ? [nothingAt(expression.pointer)] : [];
}

export function nothingAt(at: readonly string[]): Pin {
  return { at, values: [null, false, "", [], {}, 0], ratherNone: true };
}

/** Where in the body expressions read. */
export function bodiesIn(expressions: unknown): readonly (readonly string[])[] {
  return expressionsIn(expressions).flatMap((each) => (each.kind === "response.body" ? [each.pointer] : []));
}

function progressPins(where: unknown, progress: number): readonly Pin[] {
  const { done = where, total } = keywords(where);
  const of = typeof total === "number" ? total : total === undefined ? 100 : 10;
  const at = Math.floor((progress * of) / 100);
  const values = total === undefined ? [at, `${at}%`, `${at}`] : [at];
  return [
    ...bodiesIn(done).map((at) => ({ at, values })),
    ...bodiesIn(total).map((at) => ({ at, values: [of] })),
  ];
}

export function expressionsIn(value: unknown): readonly Expression[] {
  return [value ?? []]
    .flat()
    .flatMap((each) => (typeof each === "string" ? (parseExpression(each) ?? []) : []));
}

export function listed(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
