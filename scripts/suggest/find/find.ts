import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { ownLinks } from "../document/own-links.ts";
import { answerReader } from "../see/answers.ts";
import { isAboutOne, isPolledItself, namesIds } from "../see/questions.ts";
import { isNewest, resourceOf, startOf, templateOf } from "../see/resource.ts";
import type { Status } from "../see/status.ts";
import { beginsAndSucceeds, tellsOf } from "../see/status.ts";
import { homesOf, ownItems } from "../start/homes.ts";
import type { Starter } from "../start/starters.ts";
import { starterFor } from "../start/starters.ts";
import type { Target } from "../start/target.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { aboutKey } from "../weigh/names.ts";
import {
  aboutChanges,
  aboutNobody,
  aboutResults,
  aboutSettingGoing,
  aboutStarters,
  aboutUpkeep,
} from "../weigh/others.ts";
import { total } from "../weigh/weigh.ts";
import { weights } from "../weigh/weights.ts";
import { isWork } from "../words/nouns.ts";
import { isOfMachines, isOfThings } from "../words/whose-status.ts";
import { isAnsweredAs } from "./answered-as.ts";
import { candidateOf } from "./candidates.ts";
import type { FoundJob } from "./found-job.ts";
import { scoreOf } from "./found-job.ts";
import { withSisters } from "./sisters.ts";

/** Everything that may be a job, the surest first. */
export function findJobs(operations: readonly Operation[], document: Document): readonly FoundJob[] {
  const answers = answerReader(document);
  const told = operations
    .filter(({ isPolled }) => !isPolled)
    .flatMap((operation) => candidateOf(operation, answers(operation), document) ?? [])
    .filter((candidate) => total(candidate) > -0.5 && !isListOfThem(candidate, operations));
  const candidates = told.filter((candidate) => !isReceipt(candidate, told, document));
  const led = ledFrom(operations, candidates, answers, document);
  const declared = operations.filter(({ isPolled }) => isPolled).map(resourceOf);
  const isOfAnother = homesOf(operations, [...candidates.map(({ resource }) => resource), ...declared]);
  const itemOf = ownItems(operations, answers, document);
  const answered = new Map(
    operations.map((operation) => [
      operation,
      answers(operation).map((answer) => ({ ...answer, ownItem: itemOf(operation, answer) })),
    ]),
  );
  const leads = operations.map((operation) =>
    leadsFrom(candidates, (candidate) => {
      const to = led.get(operation) ?? (isOfAnother(operation, candidate.resource) ? [] : [candidate]);
      return to.includes(candidate)
        ? starterFor(targetOf(candidate), operation, answered.get(operation) ?? [], document)
        : [];
    }),
  );
  const starters = assign(leads);
  const starting = new Set([...starters.values()].flat().map(({ operation }) => operation));
  // what is said to be polled is then what it starts
  const asking = candidates.filter(
    ({ operation }) => !(starting.has(operation) && isPolledItself(operation)),
  );
  const found = (startersOf: (candidate: Candidate) => readonly Starter[]): readonly FoundJob[] =>
    withSisters(
      asking.map((candidate) => jobOf(candidate, startersOf(candidate), operations, document)),
      document,
    ).toSorted((a, b) => b.score - a.score);
  const jobs = found((candidate) => starters.get(candidate) ?? []);
  const written = new Set(
    jobs.filter(({ score }) => score >= weights.enough).map(({ candidate }) => candidate),
  );
  const others = assign(leads.map((each) => withoutUnwritten(each, written)));
  return others.size === 0
    ? jobs
    : found((candidate) => [...(starters.get(candidate) ?? []), ...(others.get(candidate) ?? [])]);
}

/** What an operation leads to by an id that is named, where what it fits best turns out to be no job: `POST /volumes` gives an action, too. */
function withoutUnwritten(leads: readonly Lead[], written: ReadonlySet<Candidate>): readonly Lead[] {
  const [best] = leads;
  if (best === undefined || written.has(best.candidate)) return [];
  return leads.filter(
    ({ candidate, starter }) => written.has(candidate) && isWork(candidate.resource.words) && starter.isNamed,
  );
}

/** What operations lead to by links of the document's own: they start that and nothing else. */
function ledFrom(
  operations: readonly Operation[],
  candidates: readonly Candidate[],
  answers: ReturnType<typeof answerReader>,
  document: Document,
): ReadonlyMap<Operation, readonly Candidate[]> {
  const all = operations.map((operation): [Operation, readonly Candidate[]] => {
    const ids = answers(operation).flatMap(({ place }) => ownLinks(place, document));
    return [
      operation,
      ids.length > 0 ? candidates.filter((one) => ids.includes(one.operation.id ?? "")) : [],
    ];
  });
  return new Map(all.filter(([, to]) => to.length > 0));
}

/** `GET /peerings` is answered with the task that lists them, of which `/tasks/{id}` tells how it is. */
function isReceipt(one: Candidate, told: readonly Candidate[], document: Document): boolean {
  return (
    !isAboutOne(one.operation, one.resource) &&
    told.some((other) => other.resource.key !== undefined && isAnsweredAs(other, one, document))
  );
}

/** A list with a filter, where one can be asked for as well; but `ids` that it has to be given ask for those. */
function isListOfThem({ status, resource, operation }: Candidate, operations: readonly Operation[]): boolean {
  const filter = operation.parameters.find((one) => one.in === "query" && one.name === resource.key);
  if (filter?.required === true && (/^(uu)?ids?$/i.test(filter.name) || namesIds(filter.name))) return false;
  const isFiltered = resource.keyIn === "query" || resource.keyWithin !== undefined;
  const isList = isFiltered && status.member.pointer.includes("0");
  const items = [`${resource.collection}/{}`, resource.collection.replace(/[^/]*$/, "{}")];
  const isOne = ({ method, path }: Operation): boolean =>
    method === "GET" &&
    (items.includes(templateOf(path)) || path.replace(/\/$/, "").endsWith(`s/{${resource.key}}`));
  return isList && operations.some(isOne);
}

/** What an operation may start, what its answer fits best before the rest. */
function leadsFrom(
  candidates: readonly Candidate[],
  link: (candidate: Candidate) => readonly Starter[],
): readonly Lead[] {
  return candidates
    .flatMap((candidate) => link(candidate).map((starter) => ({ candidate, starter })))
    .sort((a, b) => rankOf(b) - rankOf(a));
}

/** Each operation starts one job at most: the one that its answer fits best. */
function assign(all: readonly (readonly Lead[])[]): ReadonlyMap<Candidate, readonly Starter[]> {
  const starters = new Map<Candidate, Starter[]>();
  for (const leads of all) {
    const [best] = leads;
    if (best === undefined) continue;
    const own = leads
      .filter(({ candidate, starter }) => candidate === best.candidate && leadsAlike(starter, best.starter))
      .map(({ starter }) => starter);
    starters.set(best.candidate, [...(starters.get(best.candidate) ?? []), ...own]);
  }
  return starters;
}

interface Lead {
  readonly candidate: Candidate;
  readonly starter: Starter;
}

/** Where an answer leads to two, the one that tells a status is meant, and tells it at once, of what was started. */
function rankOf({ candidate, starter }: Lead): number {
  const { path } = candidate.operation;
  const isListed = candidate.resource.keyIn === "query" && candidate.status.member.pointer.includes("0");
  const isElse = /[/:.]wait$/i.test(path) || isNewest(path) || isListed;
  return starter.rank - (candidate.status.known === "nowhere" ? 1 : 0) - (isElse ? 3 : 0);
}

/** All links of an operation to a job have to give the same; an answer that has the id elsewhere gets none. */
function leadsAlike(one: Starter, other: Starter): boolean {
  const [a, b] = [one, other].map(({ parameters, requestBody, url }) => [parameters, requestBody, url]);
  return JSON.stringify(a) === JSON.stringify(b);
}

function jobOf(
  candidate: Candidate,
  starters: readonly Starter[],
  operations: readonly Operation[],
  document: Document,
): FoundJob {
  const evidence = [
    ...candidate.evidence,
    ...aboutChanges(candidate, starters, operations, document),
    ...aboutResults(candidate, operations),
    ...aboutUpkeep(candidate, operations),
    ...aboutKey(candidate, starters.length > 0),
    ...aboutStarters(starters, candidate),
    ...aboutSettingGoing(starters, candidate, document),
    ...aboutNobody(candidate, starters, operations, document),
  ];
  return { candidate, starters, evidence, score: scoreOf(evidence) };
}

/** `inprogress`, `ready` and `error` */
function isWorkThatMayFail({ values }: Status): boolean {
  const texts = values.map(({ value }) => String(value));
  const isDoing = texts.some(isOfMachines) && !texts.some(isOfThings);
  return isDoing && tellsOf(values, "failed") && values.some(({ list }) => list === "succeeded");
}

function targetOf({ operation, resource, siblings, status, answer }: Candidate): Target {
  const { pointer } = status.member;
  return {
    operation,
    resource,
    siblings,
    start: startOf(operation.path),
    body: answer.body,
    envelope: pointer.length === 2 ? pointer[0] : undefined,
    status: pointer.at(-1) ?? "",
    isCourse: beginsAndSucceeds(status) || isWorkThatMayFail(status),
  };
}
