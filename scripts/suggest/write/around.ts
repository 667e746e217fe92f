import type { Document } from "../../plugin/document.ts";
import { domainOf } from "../../plugin/domain.ts";
import { resolvePointer } from "../../plugin/members.ts";
import { shapeOf } from "../../plugin/shape.ts";
import { printExpression } from "../../vocabulary/expression.ts";
import type { Polling } from "../../vocabulary/extensions.ts";
import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { membersOf, schemaAt, typesAt } from "../document/schema-members.ts";
import { tellsOf } from "../see/status.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { firstError } from "./first-error.ts";
import { progressOf } from "./progress.ts";

interface Around extends Pick<Polling, "failedIf" | "result" | "progress" | "error"> {
  /** The message is that of the first of several errors, which may be there without a failure. */
  readonly isFirstOfErrors: boolean;
}

/** What stands beside the status: the result as a whole, how far it is, and what went wrong. */
export function around(candidate: Candidate, document: Document): Around {
  const { status, answer, siblings } = candidate;
  if (status.known === "codes" || answer.body === undefined) return { isFirstOfErrors: false };
  const body = answer.body;
  const holder = status.member.pointer.slice(0, -1);
  const isText = (pointer: readonly string[]): boolean => {
    const types = typesAt(body, pointer, document);
    return types.includes("string") && !types.includes("object") && !types.includes("array");
  };
  const isEnum = (pointer: readonly string[]): boolean => {
    const found = resolvePointer(shapeOf(body, document), pointer);
    return "shape" in found && domainOf(found.shape).named.length > 0;
  };
  const find = (
    names: RegExp,
    fits: (pointer: readonly string[]) => boolean,
  ): readonly string[] | undefined =>
    [...siblings]
      .filter((name) => names.test(plainName(name)))
      .map((name) => [...holder, name])
      .find(fits);

  const inside = (names: RegExp): readonly string[] | undefined => {
    const error = [...siblings].find((name) =>
      /^(error|failure|lasterror|errordetails)$/.test(plainName(name)),
    );
    if (error === undefined) return undefined;
    const schema = schemaAt(body, [...holder, error], document);
    const member =
      schema && [...membersOf(schema, document).keys()].find((name) => names.test(plainName(name)));
    return member === undefined ? undefined : [...holder, error, member];
  };
  const code =
    inside(/^(code|errorcode|type)$/) ??
    find(/^(error|failure|failed|err)(code|type)$/, () => true) ??
    find(/^(error|failure)$/, isEnum);
  const told =
    inside(/^(message|errormessage|detail|description|reason)$/) ??
    find(
      /^((error|fail|failure|failed)(message|msg|text|reason|details?|description)?|statusreason|joberrormsg)$/,
      (at) => isText(at) && !isEnum(at),
    );
  const first = told ? undefined : firstError(holder, siblings, body, document);
  const lastWord =
    tellsOf(status.values, "failed") && !isOfCall(siblings) ? find(lastWords, isText) : undefined;
  const message = told ?? first ?? lastWord;
  const response = status.known === "flag" ? find(/^(response|result)$/, () => true) : undefined;
  const whole = response ?? (isWithin(candidate) ? holder.slice(0, -1) : holder);
  const progress = progressOf(candidate, body, document);
  const flag = status.known === "flag" ? find(/^(error|errors|failed)$/, () => true) : undefined;
  return {
    isFirstOfErrors: first !== undefined && flag === undefined,
    ...(flag ? { failedIf: expression(flag) } : {}),
    ...(whole.length > 0 ? { result: expression(whole) } : {}),
    ...(progress ? { progress } : {}),
    ...(code || message
      ? {
          error: {
            ...(code ? { code: expression(code) } : {}),
            ...(message ? { message: expression(message) } : {}),
          },
        }
      : {}),
  };
}

/** What a job says at any time, and of a failure, where it is one. */
const lastWords = /^(message|msg|statusmessage|statusmsg|statusdetails?|statusdescription|statustext)$/;

/** Beside `success` or a code, a message is about the call. */
function isOfCall(siblings: ReadonlySet<string>): boolean {
  return [...siblings].some((name) => /^(success|ok|code|statuscode|httpcode)$/.test(plainName(name)));
}

/** The status is that of work which is done to what is asked for, `creation_meta` of a project: the result is the project. */
function isWithin({ status, resource, answer }: Candidate): boolean {
  const words = tokensOf(status.member.pointer.at(-2) ?? "");
  const isItsOwn = words.every((word) => answer.words.includes(singular(word)));
  return words.length > 0 && !isItsOwn && words.join() === resource.words.join();
}

/** What reads this of the answer. */
export function expression(pointer: readonly string[]): string {
  return printExpression({ kind: "response.body", pointer });
}
