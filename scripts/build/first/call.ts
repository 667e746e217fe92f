import type { Code } from "../emit/layout.ts";
import type { ApiModel, JobModel, OperationModel } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";
import { sampleParams } from "./params.ts";

/** What somebody calls first. */
export interface FirstCall {
  /** What is imported: a starter, a job, or an operation. */
  readonly name: string;
  /** What it goes to; without it, it is a function itself. */
  readonly verb?: "start" | "poll";
  /** The job tells how far it is. */
  readonly hasProgress?: boolean;
  /** Left out where none need be given. */
  readonly params?: Code;
}

/** Starts a job if possible, else polls one, else asks what takes the least; `undefined` where no sample fits any of them. */
export function firstCall(
  { starters, jobs, operations }: ApiModel,
  document: Document,
): FirstCall | undefined {
  const paramsOf = (operation: OperationModel): Code | undefined => sampleParams(operation, document);
  for (const { operation, job } of current(starters, (each) => each.operation)) {
    const params = paramsOf(operation);
    const { name } = operation;
    if (params !== undefined) return { name, verb: "start", ...told(job), ...unlessEmpty(params) };
  }
  for (const job of current(jobs, ({ ask }) => ask)) {
    const params = paramsOf(job.ask);
    if (params !== undefined) return { name: job.name, verb: "poll", ...told(job), params };
  }
  const reading = operations.filter(({ method }) => method === "GET");
  const simple = reading.toSorted((a, b) => countRequired(a) - countRequired(b));
  for (const operation of current(simple.length > 0 ? simple : operations, (each) => each)) {
    const params = paramsOf(operation);
    if (params !== undefined) return { name: operation.name, ...unlessEmpty(params) };
  }
  return undefined;
}

function told({ progress }: JobModel): Pick<FirstCall, "hasProgress"> {
  return progress === undefined ? {} : { hasProgress: true };
}

function unlessEmpty(params: Code): Pick<FirstCall, "params"> {
  return params === "{}" ? {} : { params };
}

/** What is deprecated comes last. */
function current<T>(all: readonly T[], operationOf: (each: T) => OperationModel): readonly T[] {
  return all.toSorted((a, b) => Number(operationOf(a).deprecated) - Number(operationOf(b).deprecated));
}

function countRequired({ parameters }: OperationModel): number {
  return parameters.reduce((sum, { required }) => sum + required.length, 0);
}
