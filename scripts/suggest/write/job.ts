import type { Document, Place } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { jobName } from "../../vocabulary/job-name.ts";
import { jsonPath } from "../../vocabulary/json-path.ts";
import { doubtOfJob } from "../../vocabulary/marked-jobs.ts";
import { addressOf, wayTo } from "../document/bundle.ts";
import { ownLinks } from "../document/own-links.ts";
import type { FoundJob } from "../find/found-job.ts";
import type { Lack, Starter } from "../start/starters.ts";
import type { OtherJob, SuggestedJob } from "../suggestions.ts";
import { againstOf } from "../weigh/evidence.ts";
import { weights } from "../weigh/weights.ts";
import type { Action, Doubt, NewLink } from "./actions.ts";
import { linkActions } from "./actions.ts";
import { removeDeadLinks } from "./dead-links.ts";
import type { FollowUp } from "./follow-ups.ts";
import { callsOff, followUpsOf } from "./follow-ups.ts";
import type { OperationNames } from "./operation-names.ts";
import type { SuggestedPolling } from "./polling.ts";
import { pollingOf } from "./polling.ts";
import { subjectOf } from "./subject.ts";

/** What jobs are written into, and what has been written there so far. */
export interface Whole {
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly names: OperationNames;
  /** What an overlay takes away, it can take away once. */
  readonly removed: Set<string>;
  /** What it adds to schemas it need not add twice. */
  readonly added: Set<string>;
}

/** A job as it is named, without anything that would be written. */
export function about({ candidate, evidence, score }: FoundJob): OtherJob {
  const confidence = score >= weights.surely ? "high" : score >= weights.fairly ? "medium" : "low";
  return { operation: titleOf(candidate.operation), confidence, evidence };
}

/** A job with the actions that declare it. */
export function write(job: FoundJob, whole: Whole): SuggestedJob {
  const { candidate, starters } = job;
  const { operation, resource, answer } = candidate;
  const { document, operations, names } = whole;
  const own = names.isShared(operation) ? { ...operation, id: undefined } : operation;
  const name = jobName(own, resource.words, names.taken, subjectOf(operation, document));
  const suggested = pollingOf(candidate, name, document);
  const followUps = followUpsOf(candidate, operations);
  const unlinked = starters.filter(
    ({ answer: { place } }) => !ownLinks(place, document).includes(operation.id ?? ""),
  );
  // in the order in which their names are given
  const linked = [operation, ...[...starters, ...followUps].map((each) => each.operation)];
  const naming = linked.flatMap((one) => {
    const given = names.nameOf(one);
    return given.isNew && one !== operation ? [namingOf(one, given.name)] : [];
  });
  const links = [
    ...followUps.map((next) => followLink(next, answer.place, whole)),
    ...unlinked.map((starter) => startLink(starter, operation, whole)),
  ];
  const dead = deadLinks([answer.place, ...starters.map((starter) => starter.answer.place)], whole);
  const cancel = callsOff(candidate, operations);
  const told = about(job);
  return {
    ...told,
    // of a job whose success is guessed, hardly anything is known
    confidence: suggested.isGuess && told.confidence === "high" ? "medium" : told.confidence,
    name: suggested.polling.job,
    starters: [...new Set(starters.map((starter) => titleOf(starter.operation)))],
    notes: cancel ? [`${titleOf(cancel)} calls one off.`] : [],
    isOpen: suggested.isOpen,
    actions: [
      ...naming,
      ...dead,
      pollingAction(operation, suggested, { names, doubt: doubtOf(job) }),
      ...additions(unlinked, whole),
      ...linkActions(links, document),
    ],
  };
}

/** What is said of one that may be none. */
function doubtOf({ evidence, score }: FoundJob): string | undefined {
  return score < weights.fairly ? `${doubtOfJob}: ${againstOf(evidence)}` : undefined;
}

function pollingAction(
  operation: Operation,
  suggested: SuggestedPolling,
  { names, doubt }: { readonly names: OperationNames; readonly doubt: string | undefined },
): Action {
  const { name } = names.nameOf(operation);
  return {
    target: jsonPath(addressOf(operation.place)),
    update: {
      ...(operation.id === name ? {} : { operationId: name }),
      "x-polling": suggested.polling,
    },
    doubts: [
      ...(doubt === undefined ? [] : [{ way: ["x-polling"], text: doubt }]),
      ...suggested.doubts.map(({ key, text }): Doubt => ({ way: ["x-polling", key], text })),
    ],
  };
}

function namingOf(operation: Operation, name: string): Action {
  return { target: jsonPath(addressOf(operation.place)), update: { operationId: name }, doubts: [] };
}

function followLink(
  { name, operation, parameters, why }: FollowUp,
  response: Place,
  { document, names }: Whole,
): NewLink {
  return {
    response,
    name: freeName(name, response, document),
    link: { operationId: names.nameOf(operation).name, parameters },
    doubts: [],
    why: { text: why, way: wayTo(operation.place) },
  };
}

function startLink(starter: Starter, question: Operation, { document, names }: Whole): NewLink {
  const { place } = starter.answer;
  return {
    response: place,
    name: freeName("status", place, document),
    link: {
      operationId: names.nameOf(question).name,
      ...(Object.keys(starter.parameters).length > 0 ? { parameters: starter.parameters } : {}),
      ...(starter.requestBody ? { requestBody: starter.requestBody } : {}),
      ...(starter.url ? { "x-url": starter.url } : {}),
    },
    doubts: starter.doubts,
    why: { text: starter.why, way: wayTo(place) },
  };
}

/** What schemas lack that links give, each once. */
function additions(starters: readonly Starter[], { added }: Whole): readonly Action[] {
  const wanted = starters
    .flatMap(({ lacks }) => (lacks ? [addition(lacks)] : []))
    .filter((one) => !added.has(JSON.stringify(one)));
  for (const one of wanted) added.add(JSON.stringify(one));
  return wanted;
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

function deadLinks(responses: readonly Place[], { document, operations, removed }: Whole): readonly Action[] {
  const dead = removeDeadLinks([...new Set(responses)], operations, document).filter(
    ({ target }) => !removed.has(target),
  );
  for (const { target } of dead) removed.add(target);
  return dead;
}

/** A name that the links of a response do not have yet. */
function freeName(name: string, response: Place, document: Document): string {
  const links = document.fields(document.fields(response).get("links"));
  return [name, `${name}Of`, `${name}OfJob`].find((each) => !links.has(each)) ?? name;
}

function titleOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}
