import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { parseExpression } from "../../vocabulary/expression.ts";
import { valueAt } from "../../vocabulary/pointer.ts";
import type { Operation } from "../document/operations.ts";
import type { Way } from "../document/schema.ts";
import { keywords, schemaAt, schemaIn } from "../document/schema.ts";
import type { Start } from "../document/starts.ts";
import { allows } from "../judge/fault.ts";
import type { Asked } from "../request/asked.ts";
import { readFrom } from "../request/asked.ts";
import type { Pin } from "../sample/making.ts";
import type { SampleOptions } from "../sample/sample.ts";
import { sample, sampleOfAll } from "../sample/sample.ts";
import { addressed, bare, inAddress } from "./address.ts";
import type { Answered } from "./answers.ts";
import { answersOf } from "./answers.ts";
import { beginningOf } from "./beginning.ts";
import type { Identity, Known } from "./jobs.ts";
import { withValue } from "./set.ts";

/** An answer that starts jobs, each with what a question for it has to say. */
export interface Begun {
  readonly answered: Answered;
  readonly jobs: readonly Identity[];
}

/** Begins the jobs that the first accepting answer starts; `nth` makes their ids differ from those of others. */
export function begin(
  starts: readonly [Start, ...Start[]],
  asked: Asked,
  document: unknown,
  { nth, pins }: { readonly nth: number; readonly pins: readonly Pin[] },
): Begun | undefined {
  const { operation, accept } = asked;
  const { key } = starts[0];
  const begun = starts.filter((start) => start.key === key);
  const plain = answersOf(operation, document, { accept }).find((each) => each.key === key);
  if (plain === undefined) return undefined;
  const fresh = begun.flatMap((start) => freshIn(start, plain, asked, document, nth));
  const ids = fresh.flatMap(({ at, value }) => (at === undefined ? [] : [{ at, values: [value] }]));
  const schema = schemaIn(document, [
    ...operation.way,
    "responses",
    key,
    "content",
    plain.mediaType ?? "",
    "schema",
  ]);
  const told = begun.flatMap((start) =>
    beginningOf(start, asked, document, { schema, fresh: ids.map(({ at }) => at) }),
  );
  const made = answersOf(operation, document, { accept, pins: [...ids, ...told, ...pins] }).find(
    (each) => each.key === key,
  );
  const answered = fresh.reduce<Answered | undefined>(
    (each, one) => each && withFresh(each, one, operation, document),
    made ?? plain,
  );
  if (answered === undefined) return undefined;
  const jobs = begun.map((start) => ({
    question: start.question,
    known: [
      ...expressionsOf(start).map(({ where, value }) => ({ where, value: evaluate(value, asked, answered) })),
      ...fresh.filter((each) => each.start === start).flatMap(({ known }) => known ?? []),
    ],
    pins: fresh.flatMap(({ at }) => (at === undefined ? [] : [{ at, values: [valueAt(answered.body, at)] }])),
  }));
  return { answered, jobs };
}

/** A value that is new with this job. */
interface Fresh {
  readonly start: Start;
  /** Where it stands in the body, or as which header. */
  readonly at?: readonly string[];
  readonly header?: string;
  readonly value: unknown;
  /** What a URL says. */
  readonly known?: readonly Known[];
}

function freshIn(
  start: Start,
  plain: Answered,
  asked: Asked,
  document: unknown,
  nth: number,
): readonly Fresh[] {
  const response = [...asked.operation.way, "responses", start.key];
  const text = String(locate(document, [...start.question.way, "x-polling", "job"])?.value ?? "job");
  const make = (given: Way | undefined, taken?: Way): unknown => {
    const ways = [given, taken].filter((way) => way !== undefined);
    const options = { all: true, text, nth };
    const both = sampleOfAll(document, ways, options);
    return both ?? (given && taken && alike(given, taken, document, options)) ?? `${text}-${nth}`;
  };
  const schema = locate(document, [...response, "content", plain.mediaType ?? "", "schema"]);
  const ids = expressionsOf(start).flatMap(({ where, value }): readonly Fresh[] => {
    // what is given has to be taken as well
    const taken =
      "parameter" in where ? parameterSchema(start.question, where.parameter, document) : undefined;
    const expression = typeof value === "string" ? parseExpression(value) : undefined;
    if (expression?.kind === "response.body") {
      const { pointer: at } = expression;
      return [{ start, at, value: make(schemaAt(schema, at, document)?.path, taken) }];
    }
    if (expression?.kind !== "response.header") return [];
    const value_ = make([...response, "headers", expression.name, "schema"], taken);
    return [{ start, header: expression.name, value: value_ }];
  });
  const where = parseExpression(String(start.link["x-url"]));
  if (where === undefined) return ids;
  const known = inAddress(start.question, start.link, document, (way) => make(way));
  const value = asked.address + addressed(start.question, known);
  if (where.kind === "response.body") return [...ids, { start, at: where.pointer, value, known }];
  return where.kind === "response.header" ? [...ids, { start, header: where.name, value, known }] : ids;
}

/** What one schema has as a text and the other as a number looks the same in a URL. */
function alike(given: Way, taken: Way, document: unknown, options: SampleOptions): unknown {
  const [asGiven, asTaken] = [given, taken].map((way) => sample(document, way, options));
  const isAllowed = (way: Way, value: unknown): boolean => {
    const place = value === undefined ? undefined : schemaIn(document, way);
    return place !== undefined && allows(place, value, document);
  };
  const fromTaken = inOtherType(asTaken);
  if (isAllowed(given, fromTaken)) return fromTaken;
  return isAllowed(taken, inOtherType(asGiven)) ? asGiven : undefined;
}

function inOtherType(value: unknown): string | number | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && String(Number(value)) === value ? Number(value) : undefined;
}

function parameterSchema({ way }: Operation, wanted: string, document: unknown): Way | undefined {
  return [way, way.slice(0, 2)]
    .flatMap((owner) =>
      members(locate(document, [...owner, "parameters"])?.value).map(([index]) => [
        ...owner,
        "parameters",
        index,
      ]),
    )
    .find((each) => keywords(locate(document, each)?.value).name === wanted)
    ?.concat("schema");
}

/** `undefined` where it cannot stand there. */
function withFresh(
  answered: Answered,
  { at, header, value }: Fresh,
  { way }: Operation,
  document: unknown,
): Answered | undefined {
  if (header !== undefined) return { ...answered, headers: { ...answered.headers, [header]: String(value) } };
  if (at === undefined || valueAt(answered.body, at) !== undefined) return answered;
  return withValue(answered, at, value, { way, document });
}

/** What a link gives, each with its place in the question. */
function expressionsOf({ link }: Start): readonly Known[] {
  return [
    ...members(link.parameters).map(([name, value]) => ({ where: { parameter: bare(name) }, value })),
    ...leaves(link.requestBody, []),
  ];
}

function leaves(value: unknown, at: readonly string[]): readonly Known[] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [{ where: { body: at }, value }];
  return members(value).flatMap(([key, each]) => leaves(each, [...at, key]));
}

function evaluate(value: unknown, asked: Asked, { status, body, headers = {} }: Answered): unknown {
  const expression = typeof value === "string" ? parseExpression(value) : undefined;
  if (expression === undefined) return value;
  if (expression.kind === "response.body") return valueAt(body, expression.pointer);
  if (expression.kind === "response.header") return headers[expression.name];
  return expression.kind === "statusCode" ? status : readFrom(asked, expression);
}
