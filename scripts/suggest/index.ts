import { operationsOf } from "../plugin/operations.ts";
import { openBundle } from "./document/bundle.ts";
import { withExampleSchemas } from "./document/example-schemas.ts";
import { isInXml } from "./document/in-xml.ts";
import { findJobs } from "./find/find.ts";
import type { OtherJob, SuggestedJob, Suggestions } from "./suggestions.ts";
import { weights } from "./weigh/weights.ts";
import { errorsAction } from "./write/errors-action.ts";
import { about, write } from "./write/job.ts";
import { operationNames } from "./write/operation-names.ts";

export interface SuggestOptions {
  /** Writes what more probably is no job, too. Default: `false`. */
  readonly all?: boolean;
}

/** Looks through a bundled document for jobs that it does not declare yet. */
export function suggest(parsed: unknown, { all = false }: SuggestOptions = {}): Suggestions {
  const document = openBundle(withExampleSchemas(parsed));
  const operations = operationsOf(document);
  const whole = {
    document,
    operations,
    names: operationNames(operations),
    removed: new Set<string>(),
    added: new Set<string>(),
  };
  const jobs: SuggestedJob[] = [];
  const others: OtherJob[] = [];
  for (const job of findJobs(operations, document)) {
    const isWanted = job.score >= weights.enough || (all && job.score >= weights.perhaps);
    if (isWanted) jobs.push(write(job, whole));
    else if (job.score >= weights.perhaps) others.push(about(job));
  }
  const errors =
    jobs.length > 0 && !document.fields(document.root).has("x-errors")
      ? errorsAction(operations, document)
      : undefined;
  const declared = operations.filter(({ isPolled }) => isPolled).length;
  const inXml = operations.filter((operation) => isInXml(operation, document)).length;
  return { jobs, others, operations: operations.length, declared, inXml, ...(errors ? { errors } : {}) };
}
