import { parseDuration } from "../../vocabulary/duration.ts";
import { parseExpression } from "../../vocabulary/expression.ts";
import type { Polling, Scalar } from "../../vocabulary/extensions.ts";
import { statusLists } from "../../vocabulary/keys.ts";
import type { Exchange } from "./access.ts";
import { placesOf, readAccess, readAccesses } from "./access.ts";
import { statusDomain } from "./domain.ts";
import type {
  Access,
  JobModel,
  LinkModel,
  OperationModel,
  ResultModel,
  StatusModel,
  TypePath,
} from "./model.ts";
import { exportName } from "./names.ts";
import type { Schema } from "./openapi.ts";
import type { Reader } from "./reader.ts";
import type { Place } from "./shape.ts";
import { hiddenByChoice } from "./shape.ts";

/** `x-polling`: how an operation's answer tells the state of a job. */
export function readJob(
  polling: Polling,
  exchange: Exchange,
  links: readonly LinkModel[],
  pointer: readonly string[],
  reader: Reader,
): JobModel {
  const one = (expression: string, ...way: readonly string[]): Access =>
    readAccess(expression, exchange, [...pointer, ...way], reader);
  const some = (
    expressions: Parameters<typeof readAccesses>[0],
    ...way: readonly string[]
  ): readonly Access[] => readAccesses(expressions, exchange, [...pointer, ...way], reader);

  const { progress, error = {} } = polling;
  const fold = polling.ignoreCase === true;
  const cases = readCases(polling, fold);
  return {
    name: exportName(polling.job) ?? "job",
    ask: exchange.model,
    status: readStatus(
      polling,
      cases.flatMap(({ values }) => values),
      some(polling.status, "status"),
      exchange,
      pointer,
      reader,
    ),
    cases,
    ...(polling.missing ? { missing: polling.missing } : {}),
    otherwise: polling.otherwise ?? "pending",
    failedIf: some(polling.failedIf, "failedIf"),
    result: readResult(polling, one(polling.result ?? "$response.body", "result"), exchange, reader),
    ...(typeof progress === "string" ? { progress: { done: one(progress, "progress") } } : {}),
    ...(typeof progress === "object"
      ? {
          progress: {
            done: one(progress.done, "progress", "done"),
            total:
              typeof progress.total === "number" ? progress.total : one(progress.total, "progress", "total"),
          },
        }
      : {}),
    error: { code: some(error.code, "error", "code"), message: some(error.message, "error", "message") },
    links,
    pace: readPace(polling),
  };
}

/** The lists, in one order, without values that stand in an earlier one or that count as missing. */
function readCases(polling: Polling, fold: boolean): JobModel["cases"] {
  const seen = new Set<Scalar>([""]);
  return statusLists.flatMap((state) => {
    const values = (polling[state] ?? [])
      .map((value) => (fold && typeof value === "string" ? value.trim().toLowerCase() : value))
      .filter((value) => !seen.has(value) && seen.add(value));
    return values.length > 0 ? [{ state, values }] : [];
  });
}

function readStatus(
  { status, ignoreCase: fold = false }: Polling,
  values: readonly Scalar[],
  accesses: readonly Access[],
  { model, answers }: Exchange,
  pointer: readonly string[],
  reader: Reader,
): StatusModel {
  const types = (["string", "number", "boolean"] as const).filter((type) =>
    values.some((each) => typeof each === type),
  );
  const [only, ...others] = [status].flat();
  const parsed = only === undefined || others.length > 0 ? undefined : parseExpression(only);
  // of a list, a header or an HTTP status the types say too little to check the cases against
  const places = parsed?.kind === "response.body" ? placesOf(answers, parsed.pointer, reader) : undefined;
  const domain = statusDomain(
    (places ?? []).map(({ schema }) => schema),
    values,
    fold,
    reader,
  );
  const path = domain === "unknown" ? undefined : pathOf(places ?? [], model);
  if (parsed?.kind === "response.body" && path === undefined)
    warnOfChoice(parsed.pointer, answers, [...pointer, "status"], reader);
  return { accesses, fold, types, domain, ...(path ? { path } : {}) };
}

/** Somebody expects the type of a status that stands in a choice. */
function warnOfChoice(
  status: readonly string[],
  answers: readonly Schema[],
  pointer: readonly string[],
  reader: Reader,
): void {
  const [reason] = answers.flatMap((answer) => hiddenByChoice(answer, status, reader) ?? []);
  if (reason === undefined) return;
  reader.warn(pointer, "status-in-choice", `The type of the status is \`unknown\`: ${reason}`);
}

function readResult(
  { result = "$response.body", requires = [] }: Polling,
  access: Access,
  { model, answers }: Exchange,
  reader: Reader,
): ResultModel {
  const parsed = parseExpression(result);
  if (parsed?.kind !== "response.body") return { access, requires };
  // whatever the answer is, its own type is known
  if (parsed.pointer.length === 0 && requires.length === 0) return { access, requires, path: [] };
  const places = placesOf(answers, parsed.pointer, reader) ?? [];
  const schemas = places.map(({ schema }) => schema);
  // a field that several types have is not narrowed in each, and the types write a name of digits as a number
  const isKnown = requires.every(
    (name) => places.length === 1 && !/^\d+$/.test(name) && placesOf(schemas, [name], reader) !== undefined,
  );
  const path = isKnown ? pathOf(places, model) : undefined;
  return { access, requires, ...(path ? { path } : {}) };
}

/** The steps to places that a pointer leads to in several answers; none where it leads nowhere. */
function pathOf(places: readonly Place[], { answer }: OperationModel): TypePath | undefined {
  return places[0]?.path.map(({ step }, index) => {
    const isUnsure = places.some((place) => place.path[index]?.fromNothing);
    return { step, fromNothing: isUnsure || (index === 0 && answer.nothing) };
  });
}

function readPace(polling: Polling): JobModel["pace"] {
  const keys = ["delay", "minInterval", "maxInterval", "timeout"] as const;
  return Object.fromEntries(
    keys.flatMap((key) => {
      const ms = parseDuration(polling[key]);
      return ms === undefined ? [] : [[key, ms]];
    }),
  );
}
