import { readFileSync } from "node:fs";
import { locate } from "../../src/sandbox/contract/pointer.ts";
import { answersOf, obstacleTo, responseOf } from "./answer/answers.ts";
import { begin } from "./answer/begin.ts";
import { joblessness, warnIfUnprepared } from "./answer/jobless.ts";
import { createJobs } from "./answer/jobs.ts";
import { meant } from "./answer/meant.ts";
import { nowhere } from "./answer/nowhere.ts";
import type { MockPlan, UsualPlan } from "./answer/plan.ts";
import { checkKeys } from "./answer/plan.ts";
import { refusal } from "./answer/refusal.ts";
import { storyOf, tell } from "./answer/story.ts";
import { operationsIn, routesTo } from "./document/operations.ts";
import { startsOf } from "./document/starts.ts";
import type { Asked } from "./request/asked.ts";
import { read } from "./request/asked.ts";
import { requestFault } from "./request/fault.ts";
import type { Pin } from "./sample/making.ts";

export interface MockOptions {
  /** Where the time comes from, in milliseconds since 1970. Default: `Date`, read at each request. */
  readonly clock?: { now(): number };
  /** How jobs go unless a plan says otherwise. */
  readonly jobs?: UsualPlan;
}

/** An API that is played by its document. What a job does shows at the next request: no timer runs. */
export interface Mock {
  /** In place of `fetch`: answers whatever host is asked. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /**
   * Says how the next job goes, whatever starts it. Plans are used up in the order in which they were made. Throws a
   * `TypeError` on what is no plan.
   */
  plan(plan: MockPlan): void;
}

/** Plays the API of a document, or of a file that has it as JSON, such as `generated/<api>/openapi.json`. */
export function createMock(document: object | string | URL, options?: MockOptions): Mock {
  const isFile = typeof document === "string" || document instanceof URL;
  const played = isFile ? fromFile(document) : document;
  const { answer, plan } = createPlayer(played, options);
  warnIfUnprepared(played);
  return {
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      return answer(request, "");
    },
    plan,
  };
}

function fromFile(file: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new TypeError(`The mock's document, ${file}, cannot be read. openapi-jobs generate writes it.`, {
      cause,
    });
  }
}

export interface Player {
  /** `prefix` is what stands before all paths of the API. */
  answer(request: Request, prefix: string): Promise<Response>;
  plan(plan: MockPlan): void;
}

const optionKeys: readonly (keyof MockOptions)[] = ["clock", "jobs"];

export function createPlayer(document: unknown, options: MockOptions = {}): Player {
  checkKeys("createMock()", options, optionKeys);
  const { clock, jobs: usual = {} } = options;
  if (locate(document, ["paths"]) === undefined)
    throw new TypeError("A mock needs an OpenAPI document, such as that in generated/<api>/openapi.json.");
  const operations = operationsIn(document);
  const jobless = joblessness(operations, document);
  const starts = new Map(operations.map((each) => [each, startsOf(each, operations, document)]));
  // The global Date is looked up each time, for a test may begin to pretend the time later than this.
  const jobs = createJobs(document, () => (clock ?? Date).now(), usual);
  let begun = 0;

  const start = (asked: Asked): Response => {
    const { operation } = asked;
    const [first, ...others] = starts.get(operation) ?? [];
    if (first === undefined) return sampled(asked, document);
    const made = begin([first, ...others], asked, document, { nth: ++begun, pins: echoes(asked) });
    if (made === undefined) return unplayable(asked, document);
    const refused = jobs.begin(made.jobs, asked);
    return refused === undefined ? responseOf(made.answered) : refusal(400, refused, operation, document);
  };

  const question = (asked: Asked): Response => {
    const { operation, parameters, query, accept, address } = asked;
    // what was not started here begins with the first question for it
    const known = [...parameters, ...query].map(([parameter, value]) => ({ where: { parameter }, value }));
    const adopt = (): string | undefined => jobs.begin([{ question: operation, known, pins: [] }], asked);
    const refused = jobs.look(asked) ? undefined : adopt();
    if (refused !== undefined) return refusal(400, refused, operation, document);
    const seen = jobs.look(asked);
    if (seen === undefined) return unplayable(asked, document);
    const pins = [...seen.pins, ...echoes(asked)];
    const answered = tell(seen.chapter, operation, document, {
      progress: seen.progress,
      accept,
      pins,
      address,
    });
    return answered ? responseOf(answered) : unplayable(asked, document);
  };

  return {
    async answer(request, prefix) {
      const { pathname, search } = new URL(request.url);
      const path = pathname.slice(prefix.length);
      const routes = routesTo(operations, document, { pathname: path, search, headers: request.headers });
      const ofMethod = routes.filter(({ operation }) => operation.method === request.method);
      const asked = meant(await read(ofMethod, request, prefix), jobs, document);
      if (asked === undefined) return nowhere(`${request.method} ${path}`, routes, operations);
      const { operation } = asked;
      if (jobless !== undefined && request.headers.has("x-mock-end"))
        return refusal(400, jobless, operation, document);
      const fault = requestFault(asked, document);
      if (fault !== undefined) return refusal(400, fault, operation, document);
      return storyOf(operation, document) === undefined ? start(asked) : question(asked);
    },
    plan(plan) {
      if (jobless !== undefined) throw new TypeError(jobless);
      jobs.plan(plan);
    },
  };
}

function sampled(asked: Asked, document: unknown): Response {
  const { operation, accept } = asked;
  const answers = answersOf(operation, document, { accept, pins: echoes(asked) });
  const accepted = answers.find(({ status }) => status < 400);
  return accepted ? responseOf(accepted) : unplayable(asked, document);
}

/** What was asked for by its id has it. */
function echoes({ parameters }: Asked): readonly Pin[] {
  return [...parameters].map(([name, value]) => ({ at: [name], values: [value, Number(value)] }));
}

function unplayable({ operation }: Asked, document: unknown): Response {
  const { method, template } = operation;
  const where = obstacleTo(operation, document);
  if (where === undefined)
    return refusal(501, `The document has no answer of ${method} ${template} that the mock could make.`);
  const help = "An `example` of one would help, or a schema that is met more easily.";
  return refusal(
    501,
    `The mock finds no value that ${where} allows, for an answer of ${method} ${template}. ${help}`,
  );
}
