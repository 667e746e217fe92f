import type { ApiModel, Code, ErrorsModel } from "../model/model.ts";
import type { Change } from "./change.ts";
import { general } from "./change.ts";
import { readElsewhere } from "./read-elsewhere.ts";

/** What callers see of a refused call, and which calls are refused. */
export function compareErrors({ errors: old }: ApiModel, { errors: now }: ApiModel): readonly Change[] {
  return [
    ...fields.flatMap(([key, field, impact]) => {
      const message = readElsewhere(old[key], now[key]);
      return message
        ? [general(impact, "error-place-changed", `\`${field}\` of an \`ApiError\` ${message}.`)]
        : [];
    }),
    ...compareRefusals(old, now),
    ...compareMeanings(old, now),
    ...(areSame(old.retryAfter, now.retryAfter)
      ? []
      : [
          general(
            "minor",
            "retry-after-changed",
            `Headers besides \`Retry-After\` that say when to come back: ${list(now.retryAfter)} now, not ${list(old.retryAfter)}.`,
          ),
        ]),
  ];
}

/** As callers know them, and what it means for them that one is another. */
const fields = [
  ["code", "code", "major"],
  ["message", "reason", "minor"],
  ["requestId", "requestId", "minor"],
] as const;

function compareRefusals({ ok: old }: ErrorsModel, { ok: now }: ErrorsModel): readonly Change[] {
  if (areSame(old?.map(String).sort(), now?.map(String).sort())) return [];
  const message = now
    ? `An answer is no refusal only when its code is ${list(now)}; before, ${old ? `when it was ${list(old)}` : "the HTTP status said it"}.`
    : `The HTTP status alone says what is a refusal; before, a code that is not ${list(old)} did, too.`;
  return [general("major", "refusals-changed", message)];
}

const statuses = { renew: 401, notFound: 404, retry: 429, unavailable: 503 } as const;

/** Codes of the service that stand for an HTTP status. */
function compareMeanings(old: ErrorsModel, now: ErrorsModel): readonly Change[] {
  const [meant, means] = [meaningsOf(old), meaningsOf(now)];
  const told = [...new Set([...meant.keys(), ...means.keys()])].flatMap((code) => {
    const [was, is] = [meant.get(code), means.get(code)];
    const message = `its \`meaning\` is ${is ?? "its HTTP status"} now, not ${was ?? "its HTTP status"}.`;
    return was === is ? [] : [[code, { message, isNew: was === undefined }] as const];
  });
  const messages = new Map(told.map(([, { message, isNew }]) => [message, isNew]));
  return [...messages].map(([message, isNew]) => {
    const codes = told.filter(([, each]) => each.message === message).map(([code]) => code);
    const who = `Of an \`ApiError\` with the code ${list(codes)}`;
    return general(isNew ? "minor" : "major", "error-meaning-changed", `${who}, ${message}`);
  });
}

function meaningsOf(errors: ErrorsModel): ReadonlyMap<string, number> {
  const keys = Object.keys(statuses) as (keyof typeof statuses)[];
  return new Map(
    keys.flatMap((key) => (errors[key] ?? []).map((code) => [String(code), statuses[key]] as const)),
  );
}

function list(values: readonly Code[] = []): string {
  return values.length === 0 ? "none" : values.map((value) => `\`${value}\``).join(", ");
}

function areSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
