import { suggest } from "../../scripts/suggest/index.ts";
import type { OtherJob, Suggestions } from "../../scripts/suggest/suggestions.ts";

export const text = { type: "string" };
export const stages: unknown = { type: "string", enum: ["queued", "running", "done", "failed"] };

/** A response with a body of JSON. */
export function json(schema: unknown, description = "ok", type = "application/json"): unknown {
  return { description, content: { [type]: { schema } } };
}

export function object(properties: Readonly<Record<string, unknown>>): unknown {
  return { type: "object", properties };
}

/**
 * What is found in paths, each with its operations, and the parameters that they name: as `jobs`, those that are written without
 * a mark that they may be none, as `others`, those that have it.
 */
export function suggestedFor(
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  schemas: Readonly<Record<string, unknown>> = {},
  title = "REST API",
): Suggestions {
  const whole = Object.entries(paths).map(([path, item]) => {
    const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
    const parameters = names.map((name) => ({ name, in: "path", required: true, schema: text }));
    return [path, { parameters, ...item }];
  });
  const found = suggest({
    openapi: "3.1.0",
    info: { title, version: "1" },
    paths: Object.fromEntries(whole),
    components: { schemas },
  });
  const isSure = ({ confidence }: OtherJob): boolean => confidence !== "low";
  return { ...found, jobs: found.jobs.filter(isSure), others: found.jobs.filter((job) => !isSure(job)) };
}

type Words = Readonly<Record<string, unknown>>;
type Paths = Readonly<Record<string, Words>>;

/** Whether one thing that is asked for is written as a job, without a mark that it may be none. */
export function isJob(path: string, schema: unknown, words: Words = {}, paths: Paths = {}): boolean {
  return asked(path, schema, words, paths).jobs.some(({ operation }) => operation === `GET ${path}`);
}

/** Whether it is written at all. */
export function isPerhapsJob(path: string, schema: unknown, words: Words = {}, paths: Paths = {}): boolean {
  const { jobs, others } = asked(path, schema, words, paths);
  return [...jobs, ...others].some(({ operation }) => operation === `GET ${path}`);
}

function asked(path: string, schema: unknown, words: Words, paths: Paths): Suggestions {
  const get = { operationId: "look", responses: { 200: json(schema) }, ...words };
  const { [path]: others, ...more } = paths;
  return suggestedFor({ ...more, [path]: { get, ...others } });
}

/** The `x-polling` of the first job. */
export function pollingOf({ jobs: [job] }: Suggestions): unknown {
  return updatesOf(job).find((update) => "x-polling" in update)?.["x-polling"];
}

/** The links of the first job's starters. */
export function linksOf({ jobs: [job] }: Suggestions): readonly unknown[] {
  return updatesOf(job).flatMap((update) => ("links" in update ? [update.links] : []));
}

/** What somebody has to check of the first job. */
export function doubtsOf({ jobs: [job] }: Suggestions): readonly string[] {
  return (job?.actions ?? []).flatMap(({ doubts }) => doubts.map(({ text }) => text));
}

function updatesOf(job: Suggestions["jobs"][number] | undefined): readonly Record<string, unknown>[] {
  return (job?.actions ?? []).flatMap(({ update }) =>
    typeof update === "object" && update !== null ? [{ ...update }] : [],
  );
}
