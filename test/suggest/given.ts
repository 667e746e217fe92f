import { suggest } from "../../scripts/suggest/index.ts";
import type { Suggestions } from "../../scripts/suggest/suggestions.ts";

export const text = { type: "string" };
export const stages: unknown = { type: "string", enum: ["queued", "running", "done", "failed"] };

/** A response with a body of JSON. */
export function json(schema: unknown, description = "ok", type = "application/json"): unknown {
  return { description, content: { [type]: { schema } } };
}

export function object(properties: Readonly<Record<string, unknown>>): unknown {
  return { type: "object", properties };
}

/** Paths, each with its operations, and the parameters that they name. */
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
  return suggest({
    openapi: "3.1.0",
    info: { title, version: "1" },
    paths: Object.fromEntries(whole),
    components: { schemas },
  });
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
