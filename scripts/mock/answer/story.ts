import { locate } from "../../../src/sandbox/contract/pointer.ts";
import type { Expression } from "../../vocabulary/expression.ts";
import { valueAt } from "../../vocabulary/pointer.ts";
import type { Operation } from "../document/operations.ts";
import type { Keywords } from "../document/schema.ts";
import { keywords } from "../document/schema.ts";
import type { Pin } from "../sample/making.ts";
import type { Answered } from "./answers.ts";
import { answersOf } from "./answers.ts";
import { complete } from "./complete.ts";
import { linkedUrls, withUrls } from "./linked-urls.ts";
import { expressionsIn, listed, nothing, pinsOf } from "./pins.ts";
import { withValue } from "./set.ts";

export const ends = ["succeeded", "failed", "canceled"] as const;
export type End = (typeof ends)[number];

/** What a question can say of its job. */
export interface Story {
  /** In the order in which the document lists them; none, if it lists none. */
  readonly pending: readonly Chapter[];
  readonly ends: Readonly<Record<End, readonly Chapter[]>>;
}

export interface Chapter {
  readonly state: "pending" | End;
  /** The service's own word; `undefined`: that there is none. */
  readonly status: unknown;
}

/** What else an answer is to say. */
export interface Details {
  /** 0 to 100. */
  readonly progress?: number;
  readonly accept?: string | undefined;
  readonly pins?: readonly Pin[];
  /** Where the API is, for URLs in the answer that lead back to it. */
  readonly address?: string;
}

/** The story of the jobs that an operation tells of; `undefined` for any other operation. */
export function storyOf({ way }: Operation, document: unknown): Story | undefined {
  const polling = pollingOf(way, document);
  if (polling === undefined) return undefined;
  const chapters = (state: Chapter["state"]): readonly Chapter[] =>
    listed(polling[state]).map((status) => ({ state, status }));
  const failed = chapters("failed");
  const [good] = listed(polling.succeeded);
  const byFlag = polling.failedIf === undefined ? [] : [{ state: "failed" as const, status: good }];
  const pending = chapters("pending");
  const untold = polling.missing === "pending" ? [{ state: "pending" as const, status: undefined }] : [];
  return {
    pending: pending.length > 0 ? pending : untold,
    ends: {
      succeeded: chapters("succeeded"),
      failed: failed.length > 0 ? failed : byFlag,
      canceled: chapters("canceled"),
    },
  };
}

/** The answer that tells it; `undefined` where the document has none that can. */
export function tell(
  chapter: Chapter,
  question: Operation,
  document: unknown,
  { address, pins = [], ...details }: Details = {},
): Answered | undefined {
  const urls = address === undefined ? [] : linkedUrls(question, document, address);
  const all = [...urls.flatMap((url) => url.pin ?? []), ...pins];
  const answered = answerFor(chapter, question, document, { ...details, pins: all });
  const whole =
    answered && chapter.state === "succeeded"
      ? complete(answered, pollingOf(question.way, document) ?? {}, { way: question.way, document })
      : answered;
  return whole && withUrls(whole, urls);
}

function answerFor(
  { state, status }: Chapter,
  question: Operation,
  document: unknown,
  { progress, accept, pins = [] }: Omit<Details, "address">,
): Answered | undefined {
  const polling = pollingOf(question.way, document) ?? {};
  const all = [...pinsOf(state, polling, { question, document, progress }), ...pins];
  const told = expressionsIn(polling.status);
  if (status === undefined) {
    const untold = told.flatMap(nothing);
    return answersOf(question, document, { accept, pins: [...untold, ...all] })[0];
  }
  const spelled = spellings(status, polling);
  for (const [index, expression] of told.entries()) {
    const before = told.slice(0, index).flatMap((each) => nothing(each));
    const answer = tellBy(expression, spelled, question, document, { accept, pins: [...before, ...all] });
    if (answer) return answer;
  }
  return undefined;
}

function pollingOf(way: readonly string[], document: unknown): Keywords | undefined {
  const found = locate(document, [...way, "x-polling"]);
  return found && keywords(found.value);
}

/** `ignoreCase` does not say how the service writes it. */
export function spellings(status: unknown, { ignoreCase }: Keywords): readonly unknown[] {
  if (typeof status !== "string" || ignoreCase !== true) return [status];
  const lower = status.toLowerCase();
  return [status, lower, status.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
}

function tellBy(
  expression: Expression,
  spelled: readonly unknown[],
  question: Operation,
  document: unknown,
  { accept, pins }: { readonly accept: string | undefined; readonly pins: readonly Pin[] },
): Answered | undefined {
  const answers = (more: readonly Pin[]): readonly Answered[] =>
    answersOf(question, document, { accept, pins: [...more, ...pins] });
  const [status] = spelled;
  if (expression.kind === "statusCode")
    return answers([]).find((each) => String(each.status) === String(status));
  if (expression.kind === "errorCode") return refusedWith(status, answers, question, document);
  if (expression.kind === "response.header") {
    const [first] = answers([]);
    return first && { ...first, headers: { ...first.headers, [expression.name]: String(status) } };
  }
  if (expression.kind !== "response.body") return undefined;
  const { pointer } = expression;
  const accepted = answers([{ at: pointer, values: spelled }]).filter(
    (each) => each.status < 300 && each.body !== undefined,
  );
  const found = accepted.find(({ body }) => spelled.includes(valueAt(body, pointer)));
  if (found) return found;
  // it says nothing of what stands there
  return firstOf(accepted, (each) => withValue(each, pointer, status, { way: question.way, document }));
}

function firstOf<T, R>(all: readonly T[], use: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = use(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A refusal with this code, where `x-errors` reads it. */
function refusedWith(
  code: unknown,
  answers: (more: readonly Pin[]) => readonly Answered[],
  question: Operation,
  document: unknown,
): Answered | undefined {
  const where = expressionsIn(locate(document, ["x-errors", "code"])?.value);
  for (const expression of where) {
    if (expression.kind !== "response.body") continue;
    const { pointer } = expression;
    const refused = answers([{ at: pointer, values: [code] }]).filter(
      ({ status, body }) => status >= 400 && body !== undefined,
    );
    const isStatus = locate(document, [...question.way, "responses", String(code)]) !== undefined;
    const found = firstOf(isStatus ? [] : refused, (each) =>
      withValue(each, pointer, code, { way: question.way, document }),
    );
    if (found) return found;
  }
  return undefined;
}
