import { plainName } from "../../vocabulary/tokens.ts";
import { wayTo } from "../document/bundle.ts";
import { isWork } from "../words/nouns.ts";
import type { Told } from "./candidate.ts";
import type { Evidence } from "./evidence.ts";
import { weights } from "./weights.ts";

/** What stands beside the status. */
export function aboutSiblings(told: Told): readonly Evidence[] {
  const { siblings, status } = told;
  const way = wayTo(status.member.schema);
  const signs = (Object.keys(kinds) as readonly (keyof typeof kinds)[]).flatMap(
    (kind): readonly Evidence[] => {
      const name = [...siblings].find(
        (each) => kinds[kind].test(plainName(each)) && each !== status.member.pointer.at(-1),
      );
      // a list of people's tasks says which are done, but not what went wrong
      const weight = kind === "error" && status.known === "flag" ? weights.errorOfFlag : weights[kind];
      return name === undefined ? [] : [{ text: `${name} stands beside it`, way, weight }];
    },
  );
  return [
    ...signs,
    ...aboutCounts(told),
    ...aboutPeople(told),
    ...aboutMoney(told),
    ...aboutRepetition(told),
  ];
}

const kinds = {
  progress:
    /^(progress|percent|percentage|progresspercent(age)?|percent(age)?complete(d)?|completion(percentage)?)$/,
  begun: /^(date|time)?(started|start)(at|on|time|date|timestamp)?(utc|(in)?ms|inmillis)?$/,
  ended:
    /^(date|time|processing)?(finished|completed|ended|failed|end|finish|completion)(at|on|time|date|timestamp)?(utc|(in)?ms|inmillis)?$/,
  error:
    /^(error|errors|errormessage|failurereason|failreason|errorcode|failure|errordetails|statusreason|errorinfo|failuremessage)$/,
  result:
    /^(results?|outputs?|response|downloadurl|resulturl|outputurl|outputfileid|resultsurl|archiveurl|fileurl|conclusion|outcome)$/,
  partial: /^ispartial$/,
};

/** How many of how many are done, where no progress is told. */
function aboutCounts(told: Told): readonly Evidence[] {
  const counts = countsBeside(told);
  const isTold = [...told.siblings].some(
    (name) => kinds.progress.test(plainName(name)) && name !== told.status.member.pointer.at(-1),
  );
  if (counts === undefined || isTold) return [];
  const text = `${counts.done} of ${counts.total} is counted beside it`;
  return [{ text, way: wayTo(told.status.member.schema), weight: weights.progress }];
}

/** The names of what counts how many of how many are done; those that failed are done as well. */
export function countsBeside({
  siblings,
  status,
}: Pick<Told, "siblings" | "status">): { readonly done: string; readonly total: string } | undefined {
  const counted = (names: RegExp): string | undefined =>
    [...siblings].find((name) => names.test(plainName(name)) && name !== status.member.pointer.at(-1));
  const [done, total] = [counted(doneCounts) ?? counted(successCounts), counted(totalCounts)];
  return done === undefined || total === undefined ? undefined : { done, total };
}

const doneCounts =
  /^(num|number|count)?(of)?(completed|processed|finished|done)(count|items|records|rows|files|jobs|tasks|requests|calls)?$/;
const successCounts =
  /^(num|number|count)?(of)?(succeeded|successful)(count|items|records|rows|files|jobs|tasks|requests|calls)?$/;
const totalCounts =
  /^(num|number|count)?(of)?total(count|items|records|rows|files|jobs|tasks|requests|calls)?$/;

/** Somebody has to do it, until a day. */
function aboutPeople({ around, status }: Told): readonly Evidence[] {
  const name = doerAmong(around);
  const text = `${name} tells of people who do it`;
  return name === undefined ? [] : [{ text, way: wayTo(status.member.schema), weight: weights.doneByPeople }];
}

/** Money on its way, which is not waited for. */
function aboutMoney({ siblings, status }: Told): readonly Evidence[] {
  const name = [...siblings].find((each) => /^(amount|currency|currencycode)$/.test(plainName(each)));
  const text = `${name} tells of money`;
  return name === undefined ? [] : [{ text, way: wayTo(status.member.schema), weight: weights.money }];
}

export function tellsOfProgress(siblings: ReadonlySet<string>): boolean {
  return [...siblings].some((name) => kinds.progress.test(plainName(name)));
}

/** When it began and when it ended stand beside the status, as of work that nobody but the service starts. */
export function tellsOfCourse(siblings: ReadonlySet<string>): boolean {
  const names = [...siblings].map(plainName);
  return names.some((name) => kinds.begun.test(name)) && names.some((name) => kinds.ended.test(name));
}

/** An end time or a fault stands beside the status, so that something comes to its end. */
export function tellsOfEnd(siblings: ReadonlySet<string>): boolean {
  return [...siblings].some((name) => kinds.ended.test(plainName(name)) || kinds.error.test(plainName(name)));
}

export function tellsOfFault(siblings: ReadonlySet<string>): boolean {
  return [...siblings].some((name) => kinds.error.test(plainName(name)));
}

/** What stands beside the status and says who has to do it, or until when. */
export function doerAmong(siblings: ReadonlySet<string>): string | undefined {
  return [...siblings].find((each) => doers.test(plainName(each)));
}

const doers =
  /^(assignees?|assignedto|assigned(user|resource|to)?(id|name)?|assigneeid|due(date|on|at|datetime)|date ?due|deadline|estimatedhours|hoursestimate|remaininghours|isbillable|billable|resolvedby|closedby)$/;

/** The status of what was done last of many times: a connection that is synchronized every night. */
function aboutRepetition({ siblings, status, resource }: Told): readonly Evidence[] {
  const own = status.member.pointer.at(-1) ?? "";
  // `latestStatus` of one run is that which it has come to
  const isCourse =
    isWork(resource.words.slice(-1)) && /^latest(status|state|stage|phase)$/.test(plainName(own));
  const name =
    !isCourse && /^(last|latest|previous)(?!execution)/.test(plainName(own))
      ? own
      : [...siblings].find((each) => repeated.test(plainName(each)));
  const text = `${name} tells that it happens again and again`;
  return name === undefined ? [] : [{ text, way: wayTo(status.member.schema), weight: weights.repetition }];
}

const repeated = /^last(sync|synced|run|execution|checked|refresh|refreshed|imported|exported)/;
