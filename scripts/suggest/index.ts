import type { Document, Place } from "../plugin/document.ts";
import type { Operation } from "../plugin/operations.ts";
import { operationsOf } from "../plugin/operations.ts";
import { jobName, operationName, takenBy } from "../vocabulary/job-name.ts";
import type { Action, Doubt, NewLink } from "./actions.ts";
import { jsonPath, linkActions } from "./actions.ts";
import { addressOf, openBundle } from "./bundle.ts";
import { removeDeadLinks } from "./dead-links.ts";
import { errorsOf } from "./errors.ts";
import type { Evidence } from "./evidence/evidence.ts";
import { weights } from "./evidence/weights.ts";
import { withExampleSchemas } from "./example-schemas.ts";
import { findJobs } from "./find.ts";
import { callsOff, followUpsOf } from "./follow-ups.ts";
import type { FoundJob } from "./found-job.ts";
import { ownLinks } from "./own-links.ts";
import { pollingOf } from "./polling.ts";
import type { Lack } from "./starting/starters.ts";
import { subjectOf } from "./subject.ts";

/** What a document says of jobs, put into the words of this package for a person to look through. */
export interface Suggestions {
  readonly jobs: readonly SuggestedJob[];
  /** What may be a job, but more probably is none; nothing is written for these. */
  readonly others: readonly OtherJob[];
  /** The action that adds `x-errors`, unless the document has it or nothing can be seen. */
  readonly errors?: Action;
  /** How many operations there are. */
  readonly operations: number;
  /** How many of them tell the status of a job that is declared already. */
  readonly declared: number;
}

export interface OtherJob {
  /** `GET /exports/{id}` */
  readonly operation: string;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

export interface SuggestedJob extends OtherJob {
  readonly name: string;
  /** `POST /exports` */
  readonly starters: readonly string[];
  readonly notes: readonly string[];
  readonly actions: readonly Action[];
  /** Somebody has to fill in a list before the actions can be used. */
  readonly isOpen: boolean;
}

export type Confidence = "high" | "medium" | "low";

export interface SuggestOptions {
  /** Writes what more probably is no job, too. Default: `false`. */
  readonly all?: boolean;
}

/** Looks through a bundled document for jobs that it does not declare yet. */
export function suggest(parsed: unknown, { all = false }: SuggestOptions = {}): Suggestions {
  const document = openBundle(withExampleSchemas(parsed));
  const operations = operationsOf(document);
  const context: Context = {
    document,
    operations,
    taken: takenBy(operations),
    removed: new Set(),
    added: new Set(),
    named: new Map(),
  };
  const found = findJobs(operations, document);
  const jobs: SuggestedJob[] = [];
  const others: OtherJob[] = [];
  for (const job of found) {
    const isWanted = job.score >= weights.enough || (all && job.score >= weights.perhaps);
    if (isWanted) jobs.push(write(job, context));
    else if (job.score >= weights.perhaps) others.push(about(job));
  }
  const errors =
    jobs.length > 0 && !document.fields(document.root).has("x-errors")
      ? errorsAction(operations, document)
      : undefined;
  const declared = operations.filter(({ isPolled }) => isPolled).length;
  return { jobs, others, operations: operations.length, declared, ...(errors ? { errors } : {}) };
}

interface Context {
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly taken: Set<string>;
  /** What an overlay takes away, it can take away once. */
  readonly removed: Set<string>;
  /** What it adds to schemas it need not add twice. */
  readonly added: Set<string>;
  /** The names of operations that have none of their own: once for all jobs. */
  readonly named: Map<Operation, string>;
}

function about({ candidate, evidence, score }: FoundJob): OtherJob {
  const confidence = score >= weights.surely ? "high" : score >= weights.enough ? "medium" : "low";
  return { operation: titleOf(candidate.operation), confidence, evidence };
}

function write(job: FoundJob, context: Context): SuggestedJob {
  const { candidate, starters } = job;
  const { operation, resource, answer } = candidate;
  const { document, operations, taken, named, removed } = context;
  const own = isShared(operation, operations) ? { ...operation, id: undefined } : operation;
  const suggested = pollingOf(
    candidate,
    jobName(own, resource.words, taken, subjectOf(operation, document)),
    document,
  );

  const newly: Operation[] = [];
  const idOf = (one: Operation): string => {
    if (one.id !== undefined && !isShared(one, operations)) return one.id;
    const id = named.get(one) ?? operationName(one, taken);
    if (!named.has(one) && one !== operation) newly.push(one);
    named.set(one, id);
    return id;
  };
  const id = idOf(operation);
  for (const starter of starters) idOf(starter.operation);
  const followUps = followUpsOf(candidate, operations).map(
    ({ name, operation: next, parameters }): NewLink => ({
      response: answer.place,
      name: freeName(name, answer.place, document),
      link: { operationId: idOf(next), parameters },
      doubts: [],
    }),
  );
  const unlinked = starters.filter(
    ({ answer: { place } }) => !ownLinks(place, document).includes(operation.id ?? ""),
  );
  const starts = unlinked.map(
    (starter): NewLink => ({
      response: starter.answer.place,
      name: freeName("status", starter.answer.place, document),
      link: {
        operationId: id,
        ...(Object.keys(starter.parameters).length > 0 ? { parameters: starter.parameters } : {}),
        ...(starter.requestBody ? { requestBody: starter.requestBody } : {}),
        ...(starter.url ? { "x-url": starter.url } : {}),
      },
      doubts: starter.doubts,
    }),
  );
  const polling: Action = {
    target: jsonPath(addressOf(operation.place)),
    update: { ...(operation.id === id ? {} : { operationId: id }), "x-polling": suggested.polling },
    doubts: Object.entries(suggested.doubts).map(([key, text]): Doubt => ({ way: ["x-polling", key], text })),
  };
  const naming = newly.map(
    (one): Action => ({
      target: jsonPath(addressOf(one.place)),
      update: { operationId: idOf(one) },
      doubts: [],
    }),
  );
  const added = unlinked
    .flatMap(({ lacks }) => (lacks ? [addition(lacks)] : []))
    .filter((one) => !context.added.has(JSON.stringify(one)));
  for (const one of added) context.added.add(JSON.stringify(one));
  const responses = new Set([answer, ...starters.map((starter) => starter.answer)].map(({ place }) => place));
  const dead = removeDeadLinks([...responses], operations, document).filter(
    ({ target }) => !removed.has(target),
  );
  for (const { target } of dead) removed.add(target);
  const cancel = callsOff(candidate, operations);
  return {
    ...about(job),
    name: suggested.polling.job,
    starters: [...new Set(starters.map((starter) => titleOf(starter.operation)))],
    notes: cancel ? [`${titleOf(cancel)} calls one off.`] : [],
    isOpen: suggested.isOpen,
    actions: [...naming, ...dead, polling, ...added, ...linkActions([...followUps, ...starts], document)],
  };
}

/** A schema has to have what a link gives. */
function addition({ member, schema, doubt }: Lack): Action {
  const name = member.pointer.join("/");
  return {
    target: jsonPath(addressOf(schema)),
    update: { properties: { [name]: member.schema.value } },
    doubts: [{ way: ["properties", name], text: doubt }],
  };
}

/** Several operations have the id, so that no link can mean one of them. */
function isShared({ id }: Operation, operations: readonly Operation[]): boolean {
  return operations.filter((one) => one.id === id).length > 1;
}

function errorsAction(operations: readonly Operation[], document: Document): Action | undefined {
  const found = errorsOf(operations, document);
  if (found === undefined) return undefined;
  const doubts = Object.entries(found.doubts).map(([key, text]): Doubt => ({ way: ["x-errors", key], text }));
  return { target: "$", update: { "x-errors": found.errors }, doubts };
}

/** A name that the links of a response do not have yet. */
function freeName(name: string, response: Place, document: Document): string {
  const links = document.fields(document.fields(response).get("links"));
  return [name, `${name}Of`, `${name}OfJob`].find((each) => !links.has(each)) ?? name;
}

function titleOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}
