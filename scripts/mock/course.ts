import { locate, members } from "../../src/sandbox/contract/pointer.ts";
import type { Expression } from "../vocabulary/expression.ts";
import { parseExpression } from "../vocabulary/expression.ts";
import type { Answered } from "./answers.ts";
import { answersOf } from "./answers.ts";
import type { Documented } from "./documented.ts";
import { isRecord, keywords } from "./sample.ts";

/** How a job goes: what is answered one after another, and how it ends. */
export interface Course {
  readonly end: "succeeded" | "failed" | "canceled";
  /** The value of the status that it ends with. */
  readonly status: unknown;
  readonly answers: readonly Answered[];
  /** The states that are to be seen. */
  readonly states: readonly string[];
}

const ends = ["succeeded", "failed", "canceled"] as const;

/**
 * A course for each end that `x-polling` knows, by way of each pending value; `undefined` where the mock cannot say how the
 * job is, such as by the code of a refusal.
 */
export function coursesOf(operation: Documented, document: unknown): readonly Course[] | undefined {
  const polling = keywords(locate(document, [...operation.way, "x-polling"])?.value);
  const answers = answersOf(operation, document);
  const say = (status: unknown, isGood: boolean): Answered | undefined =>
    telling(status, polling, answers, isGood);
  const pending = valuesOf(polling.pending).map((status) => say(status, true));
  const courses = ends.flatMap((end) =>
    valuesOf(polling[end]).map((status) => ({ end, status, last: say(status, end === "succeeded") })),
  );
  const told = courses.map(({ end, status, last }) => {
    const all = [...pending, last].filter((each) => each !== undefined);
    const states = [...pending.map(() => "pending"), end];
    return all.length === states.length ? { end, status, answers: all, states } : undefined;
  });
  return told.length > 0 && told.every((each) => each !== undefined) ? told : undefined;
}

function valuesOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

/** An answer that tells this status; one of a `good` job has nothing of what `failedIf` looks for. */
function telling(
  status: unknown,
  { status: where, failedIf }: Readonly<Record<string, unknown>>,
  answers: readonly Answered[],
  isGood: boolean,
): Answered | undefined {
  const [first, ...others] = expressionsIn(where);
  if (first?.kind === "statusCode") {
    return others.length > 0 ? undefined : withoutHint(answers.find((each) => each.status === status));
  }
  const answer = answers.find(({ status: code, body }) => code < 300 && body !== undefined);
  if (answer === undefined || first?.kind !== "response.body") return undefined;
  const body = others.reduce(emptied, set(answer.body, first.pointer, status));
  return withoutHint({ ...answer, body: isGood ? expressionsIn(failedIf).reduce(emptied, body) : body });
}

/** Nobody wants to wait for as long as a sample of `Retry-After` says. */
export function withoutHint(answer: Answered | undefined): Answered | undefined {
  if (answer === undefined) return undefined;
  const headers = members(answer.headers).filter(([name]) => !/retry-after|ratelimit/i.test(name));
  return { ...answer, headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])) };
}

function expressionsIn(value: unknown): readonly (Expression | undefined)[] {
  return [value ?? []].flat().map((each) => parseExpression(String(each)));
}

function emptied(body: unknown, expression: Expression | undefined): unknown {
  return expression?.kind === "response.body" ? set(body, expression.pointer, undefined) : body;
}

/** A copy that has this value there; objects and lists on the way are made where they are missing. */
export function set(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body)) return Object.assign([...body], { [key]: set(body[Number(key)], rest, value) });
  const found = isRecord(body) ? body : {};
  const inner = members(found).find(([name]) => name === key)?.[1];
  return { ...found, [key]: set(inner, rest, value) };
}
