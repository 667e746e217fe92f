import type { MarkedJobs } from "../../vocabulary/marked-jobs.ts";
import type { Code } from "../emit/layout.ts";
import type { ApiModel, JobModel, OperationModel } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";
import { countRequired } from "./count-required.ts";
import { sampleParams } from "./params.ts";

/** What somebody calls first. */
export interface FirstCall {
  /** What is imported: a starter, a job, or an operation. */
  readonly name: string;
  /** What it goes to; without it, it is a function itself. */
  readonly verb?: "start" | "poll";
  /** Of a job that is polled, what would start it, if values that the document allows were found for that. */
  readonly unmet?: string;
  /** The job tells how far it is. */
  readonly hasProgress?: boolean;
  /** Left out where none need be given. */
  readonly params?: Code;
  /** The call that comes after the job, where one leads to what has come of it. */
  readonly next?: NextCall;
}

/** What is followed from a job that has succeeded. */
export interface NextCall {
  /** What the link is called. */
  readonly name: string;
  /** Left out where the job's answer gives all that is needed. */
  readonly params?: Code;
  /** It gives a file, and nothing else. */
  readonly isFile: boolean;
}

/**
 * Starts a job if possible, else polls one, else asks; each time what takes the fewest values, and of several such the
 * first. Jobs that have marks come after those that have none. `undefined` where no sample fits any of them.
 */
export function firstCall(
  { starters, jobs, operations }: ApiModel,
  document: Document,
  { unchecked, doubtful }: MarkedJobs = { unchecked: [], doubtful: [] },
): FirstCall | undefined {
  const paramsOf = (operation: OperationModel): Code | undefined => sampleParams(operation, document);
  const least = <T>(all: readonly T[], operationOf: (each: T) => OperationModel): readonly T[] =>
    current(fewestFirst(all, operationOf, document), operationOf);
  const surest = <T>(all: readonly T[], jobOf: (each: T) => JobModel): readonly T[] => {
    const marked = (each: T): number =>
      [unchecked, doubtful].findIndex((names) => names.includes(jobOf(each).name));
    return all.toSorted((one, other) => marked(one) - marked(other));
  };
  for (const { operation, job } of surest(
    least(starters, (each) => each.operation),
    ({ job }) => job,
  )) {
    const params = paramsOf(operation);
    const { name } = operation;
    if (params !== undefined)
      return { name, verb: "start", ...told(job, jobs, document), ...unlessEmpty(params) };
  }
  for (const job of surest(
    least(jobs, ({ ask }) => ask),
    (each) => each,
  )) {
    const params = paramsOf(job.ask);
    if (params === undefined) continue;
    const [unmet] = starters.filter((each) => each.job === job);
    return {
      name: job.name,
      verb: "poll",
      ...(unmet ? { unmet: unmet.operation.name } : {}),
      ...told(job, jobs, document),
      params,
    };
  }
  const reading = operations.filter(({ method }) => method === "GET");
  for (const operation of least(reading.length > 0 ? reading : operations, (each) => each)) {
    const params = paramsOf(operation);
    if (params !== undefined) return { name: operation.name, ...unlessEmpty(params) };
  }
  return undefined;
}

function told(
  job: JobModel,
  jobs: readonly JobModel[],
  document: Document,
): Pick<FirstCall, "hasProgress" | "next"> {
  const next = nextCall(job, jobs, document);
  return { ...(job.progress === undefined ? {} : { hasProgress: true }), ...(next ? { next } : {}) };
}

/** A download if there is one, else what only reads and needs nothing more: nobody has asked for anything else to be done. */
function nextCall({ links }: JobModel, jobs: readonly JobModel[], document: Document): NextCall | undefined {
  // how a job is, nobody needs to ask once more
  const after = links.filter(({ target }) => !jobs.some(({ ask }) => ask === target));
  const files = after.filter(({ target }) => mayGiveFile(target) && /^(GET|POST)$/.test(target.method));
  const reading = after.filter(({ target }) => target.method === "GET");
  for (const { name, target, params: filled, url } of current(
    [...files, ...reading],
    ({ target }) => target,
  )) {
    const given = [...(url?.names ?? []), ...filled.map(([param]) => param)];
    const params = sampleParams(target, document, given);
    if (params === undefined || (params !== "{}" && !mayGiveFile(target))) continue;
    const { kind, or, nothing } = target.answer;
    return { name, ...unlessEmpty(params), isFile: kind === "file" && or === undefined && !nothing };
  }
  return undefined;
}

function mayGiveFile({ answer }: OperationModel): boolean {
  return answer.kind === "file" || answer.or === "file";
}

function unlessEmpty(params: Code): { readonly params?: Code } {
  return params === "{}" ? {} : { params };
}

/** What is deprecated comes last. */
function current<T>(all: readonly T[], operationOf: (each: T) => OperationModel): readonly T[] {
  return all.toSorted((a, b) => Number(operationOf(a).deprecated) - Number(operationOf(b).deprecated));
}

function fewestFirst<T>(
  all: readonly T[],
  operationOf: (each: T) => OperationModel,
  document: Document,
): readonly T[] {
  return all
    .map((each) => ({ each, count: countRequired(operationOf(each), document) }))
    .sort((a, b) => a.count - b.count)
    .map(({ each }) => each);
}
