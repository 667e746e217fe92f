import type { Asked } from "../request/asked.ts";
import { requestFault } from "../request/fault.ts";
import type { Jobs } from "./jobs.ts";
import { storyOf } from "./story.ts";

/**
 * The operation that a request is for. Where paths differ in nothing but the names of their parameters, as `/{photo}` and
 * `/{upload}` do, that is the one whose job has been started; else one that takes the request, rather one that tells of a job.
 */
export function meant(all: readonly Asked[], jobs: Jobs, document: unknown): Asked | undefined {
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  const alike = [first, ...others.filter((each) => formOf(each) === formOf(first))];
  if (alike.length === 1) return first;
  const known = alike.find((each) => jobs.look(each) !== undefined);
  if (known) return known;
  const taken = alike.filter((each) => requestFault(each, document) === undefined);
  return taken.find(({ operation }) => storyOf(operation, document) !== undefined) ?? taken[0] ?? first;
}

function formOf({ operation }: Asked): string {
  return operation.template.replace(/\{(\+?)[^}]*\}/g, "{$1}");
}
