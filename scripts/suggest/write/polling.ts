import type { Document } from "../../plugin/document.ts";
import type { Polling } from "../../vocabulary/extensions.ts";
import { statusLists } from "../../vocabulary/keys.ts";
import { typesAt } from "../document/schema-members.ts";
import { isNewest } from "../see/resource.ts";
import type { Status } from "../see/status.ts";
import { statusesIn } from "../see/statuses.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { isOfPart } from "../weigh/values.ts";
import { around, expression } from "./around.ts";
import { doubtsOfValues } from "./value-doubts.ts";

/** An `x-polling`, and what somebody has to look at in it. */
export interface SuggestedPolling {
  readonly polling: Polling;
  readonly doubts: readonly PollingDoubt[];
  /** Nothing tells which word says that it has succeeded. */
  readonly isGuess: boolean;
  /** The document has the values and not which of them is the end, so that somebody has to put each into its list. */
  readonly isOpen: boolean;
}

/** Something to look at, and the key that it stands at. */
export interface PollingDoubt {
  readonly key: string;
  readonly text: string;
}

/** A status of the accepted answers that tells of failures, where the HTTP status is what is looked at. */
function failingIn({ operation }: Candidate, document: Document): Status | undefined {
  return operation.responses
    .filter(({ isSuccess }) => isSuccess)
    .flatMap((response) => statusesIn(response, document))
    .find(({ values }) => values.some(({ list }) => list === "failed"));
}

/** What the answer lets one write. */
export function pollingOf(candidate: Candidate, job: string, document: Document): SuggestedPolling {
  const { status } = candidate;
  const doubts: Record<string, string> = { ...doubtsOfValues(candidate, document) };
  const lists = Object.fromEntries(
    statusLists.flatMap((list) => {
      const members = status.values.filter((each) => each.list === list);
      return members.length > 0 ? [[list, members.map(({ value }) => value)]] : [];
    }),
  );
  const isNowhere = status.known === "nowhere";
  const isUnsorted =
    lists.succeeded === undefined && (isNowhere || status.known === "enum" || isNumber(candidate, document));
  const listed = `the lists below are from ${status.toldBy ?? "a text or from examples"}; any other value counts as pending`;
  const isTime = status.known === "time";
  const isGuess = !isUnsorted && lists.succeeded === undefined;
  if (isTime) {
    doubts.requires = "that it is there only once the job has ended";
  } else if (status.known === "percentage") {
    doubts.succeeded = "that this is the end";
  } else if (isUnsorted) {
    lists.succeeded = [];
    doubts.succeeded = "which values belong here and which to the other lists; the document does not tell";
  } else if (isGuess) {
    lists.succeeded = [guessed];
    doubts.succeeded = `which word says that it has succeeded: the document does not tell, ${guessed} is a guess, and every other word that stands in no list counts as pending`;
  } else if (status.known === "text" || status.toldBy !== undefined) {
    doubts.status = listed;
  }
  if (isNowhere)
    doubts.status = `in which field the answer tells it, for the document does not say${status.toldBy === undefined ? "" : `; ${listed}`}`;
  const failing = status.known === "codes" ? failingIn(candidate, document) : undefined;
  if (failing)
    doubts.succeeded = `whether it may have failed all the same: the answer has ${failing.member.pointer.join("/")}, one of ${failing.values.map(({ value }) => value).join(", ")}`;
  if (isNewest(candidate.operation.path))
    doubts.job = "that nobody else starts one meanwhile, for the answer is about the newest";
  const list = status.member.pointer.slice(0, status.member.pointer.indexOf("0")).join("/");
  if (isOfPart(candidate.resource) && status.member.pointer.includes("0"))
    doubts.status = `that ${list === "" ? "the list" : list} holds one only, or that its first tells of all`;
  const { result, isFirstOfErrors, ...more } = around(candidate, document);
  if (isFirstOfErrors) doubts.error = "that the first of these errors tells why it failed";
  const isFailureTold = lists.failed !== undefined || more.failedIf !== undefined || failing !== undefined;
  const polling: Polling = {
    job,
    status: isTime || status.known === "codes" ? "$statusCode" : expression(status.member.pointer),
    ...(lists.pending ? { pending: lists.pending } : {}),
    succeeded: lists.succeeded ?? [],
    ...(lists.failed ? { failed: lists.failed } : {}),
    ...(lists.canceled ? { canceled: lists.canceled } : {}),
    ...more,
    ...(result ? { result } : {}),
    ...(isTime ? { requires: status.member.pointer.slice(-1) } : {}),
  };
  return {
    polling,
    doubts: [
      ...Object.entries(doubts).map(([key, text]) => ({ key, text })),
      ...(isFailureTold || isUnsorted ? [] : [{ key: "succeeded", text: untoldFailure(status, more.error) }]),
    ],
    isGuess,
    isOpen: isNowhere || isUnsorted,
  };
}

/** What is written where nothing tells how success is called. */
const guessed = "completed";

function untoldFailure({ known }: Status, error: Polling["error"]): string {
  if (known === "codes")
    return "how a failure is told: no code is listed for it, so any other answer counts as an error of asking, and not of the job";
  const [sign] = [error?.message ?? error?.code ?? []].flat();
  const perhaps =
    sign === undefined
      ? ""
      : `; if ${sign} is there only after a failure, failedIf: ${sign} tells it of one that has ended`;
  return `how a failure is told: nothing here tells one, so a job that failed counts as succeeded, or as pending until time is up${perhaps}`;
}

function isNumber({ status, answer }: Candidate, document: Document): boolean {
  const types = answer.body ? typesAt(answer.body, status.member.pointer, document) : [];
  return types.includes("number") && !types.includes("string");
}
