import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { operationsOf } from "../../plugin/operations.ts";
import type { Answer } from "../see/answers.ts";
import { askedAbout, isAboutOne, isListOfOne, isQuestion, isSetGoing, namesIds } from "../see/questions.ts";
import { resourceOf } from "../see/resource.ts";
import type { Status } from "../see/status.ts";
import { beginsAndSucceeds, isTold } from "../see/status.ts";
import { codeMeanwhile, isHabit, statusOfCodes } from "../see/status-codes.ts";
import { statusNameOf, statusNowhere } from "../see/statuses.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { hasOwnPath, isStatusOfWork } from "../weigh/names.ts";
import { total, weigh } from "../weigh/weigh.ts";
import { isNamedAfterWork, isPerhapsWork, isPlainWork, isWork, wordsOf } from "../words/nouns.ts";
import { saysToPoll, saysToRepeat, textOf } from "../words/texts.ts";
import type { Asked } from "./asked.ts";
import { isPlainlyOfWork, withValuesToldElsewhere } from "./elsewhere.ts";
import { farIn } from "./far.ts";
import { mayHaveParts, nearIn, partsIn } from "./near.ts";
import { workWithin } from "./within.ts";

/** The best status of an operation that asks about one thing; `undefined` when it tells none. */
export function candidateOf(
  operation: Operation,
  answers: readonly Answer[],
  document: Document,
): Candidate | undefined {
  const resource = askedAbout(operation, document);
  const [first] = answers;
  const codes = first && isQuestion(operation, document) ? statusOfCodes(operation, document) : undefined;
  if (first && codes && isMeant(operation, codes, document))
    return weigh(
      { operation, resource: resource ?? resourceOf(operation), answer: first, status: codes },
      document,
    );
  if (resource === undefined) return undefined;
  const asked: Asked = { operation, resource, answers };
  const own = nearIn(asked, isListOfOne(operation, resource), document);
  const parts = own.length === 0 && mayHaveParts(asked) ? partsIn(asked, document) : [];
  const near = [...own, ...parts];
  // what stands far away counts only where nothing near tells more than that there is a status
  const found = [
    ...(near.some(tellsEnough) ? near : [...near, ...farIn(asked, document)]),
    ...workWithin(asked, document),
  ];
  const all = found.filter((one) => isOfTheOne(one, document));
  if (all.length === 0 && first && isAskedFor(asked, document)) {
    const told = { operation, resource, answer: first };
    const status = withValuesToldElsewhere(statusNowhere(first.place), told, document);
    const isWithoutDoubt =
      isToldOfWork(asked) || (isOne(resource) && isPlainlyOfWork(status.values)) || isSilentOfWork(asked);
    return isWithoutDoubt ? weigh({ ...told, status }, document) : undefined;
  }
  return all.toSorted((a, b) => total(b) - total(a) || rankOf(b) - rankOf(a))[0];
}

/** It is that of the one thing that is asked for. */
function isOfTheOne({ operation, resource, status }: Candidate, document: Document): boolean {
  // of several ids, `task_ids` of people's tasks, too
  if (resource.keyIn === "query" && namesIds(resource.key ?? "")) return isTold(status);
  if (isAboutOne(operation, resource)) return true;
  // where more is made at its own path, a list has what was made
  if (isInList(status)) return false;
  // what a path has one of is work by its values alone
  return isSetGoing(operation, document) || beginsAndSucceeds(status);
}

/** It is asked about by more than a path in the singular. */
function isAskedFor({ operation, resource }: Asked, document: Document): boolean {
  return isAboutOne(operation, resource) || isSetGoing(operation, document);
}

/** The 202 is more than the habit of a framework; of a POST, it says itself to put that again. */
function isMeant(operation: Operation, status: Status, document: Document): boolean {
  if (operation.method !== "GET")
    return saysToRepeat(textOf({ fields: document.fields(status.member.schema) }));
  const isUsual = codeMeanwhile(status) === 202 && isHabit(operationsOf(document));
  return saysToPoll(textOf(operation)) || !isUsual;
}

function isInList({ member }: Status): boolean {
  return member.pointer.includes("0");
}

/** Its values are told, or it is a flag or the like. */
function tellsEnough({ status }: Candidate): boolean {
  return status.known !== "nothing" && status.known !== "text";
}

/** What the document says of it leaves no doubt that it asks for work, though its answer has no status there. */
function isToldOfWork({ operation, resource }: Asked): boolean {
  const text = textOf(operation);
  const isSaid = saysToPoll(text) || isStatusOfWork(text) || hasOwnPath({ operation, resource });
  const isResult = /^results?$/i.test(resource.rest.at(-1) ?? "");
  const isOfWork =
    isWork(resource.words.slice(-1)) ||
    isNamedAfterWork(resource.key ?? "") ||
    (hasOwnPath({ operation, resource }) && (isStatusOfWork(text) || isPerhapsWork(wordsOf(resource.key))));
  // `async_job_id` in the body of a POST
  const isOne = resource.keyIn === "path" || (resource.keyIn === "body" && ofJob.test(resource.key ?? ""));
  return isOne && isOfWork && isSaid && !isResult;
}

/** `/operations/{id}` of which the answer says nothing at all: an operation goes on and ends, whatever it does. */
function isSilentOfWork({ operation, resource, answers }: Asked): boolean {
  const isOfIt = /(operations|jobs|runs)\/\{[^/]+$/i.test(operation.path) && isPlainWork(resource.words);
  return isOne(resource) && isOfIt && answers.every(({ body, members }) => body && members.length === 0);
}

function isOne({ keyIn, rest }: Asked["resource"]): boolean {
  return keyIn === "path" && rest.length === 0;
}

const ofJob = /(job|task|operation|execution)_?(uu|gu)?id$/i;

/** Of two that tell as much, the one that is called a status. */
function rankOf({ status }: Candidate): number {
  return /status|state/i.test(statusNameOf(status.member)) ? 1 : 0;
}
