import { describe, expect, test } from "vitest";
import { isBusiness, isPerhapsWork, isRecord, isWork } from "../../scripts/suggest/words/nouns.ts";
import {
  isOfMachines,
  isOfPeople,
  isOfThings,
  saysNothing,
} from "../../scripts/suggest/words/whose-status.ts";
import { meaningsOf } from "../../scripts/vocabulary/status-words.ts";

/** Each list of a service, and what its values are taken for: `?` stands where a person has to look. */
test.each([
  [["queued", "in_progress", "completed", "failed"], "pending pending succeeded failed"],
  [["NotStarted", "InProgress", "Succeeded", "Cancelled"], "pending pending succeeded canceled"],
  [["JOB_STATE_PENDING", "JOB_STATE_SUCCEEDED", "JOB_STATE_CANCELLED"], "pending succeeded canceled"],
  [["STATUS_UNSPECIFIED", "STATUS_RUNNING", "STATUS_DONE"], "pending? pending succeeded"],
  [["to-do", "on-going", "time-out", "done"], "pending pending failed succeeded"],
  [["dubbing", "dubbed", "failed"], "pending succeeded failed"],
  [["dubbing", "dubbed"], "pending succeeded?"],
  [["dubbing", "dubbed", "failed", "completed"], "pending pending? failed succeeded"],
  [["pausing", "paused", "failed"], "pending succeeded? failed"],
  [["in_progress", "committed", "aborted"], "pending succeeded canceled"],
  [["creating", "ready", "error"], "pending succeeded? failed"],
  [["ready", "running", "finished"], "pending? pending succeeded"],
  [["done", "partially_done", "completed_with_errors"], "succeeded succeeded? succeeded?"],
  [["not_complete", "complete", "incomplete"], "pending? succeeded failed"],
  [["sucess", "faild", "cancled"], "succeeded failed canceled"],
  [["pending", "sent", "printed", "failed"], "pending succeeded? succeeded? failed"],
  [["warning", "running", "success"], "pending? pending succeeded"],
  [["generating", "completed", "never_generated"], "pending succeeded pending?"],
  [["never_completed", "not_completed", "unfinished", "finished"], "pending? pending? pending? succeeded"],
  [["not_started", "not_ready", "notYetRun", "never_run"], "pending pending pending pending?"],
  [["unstarted", "UNSCHEDULED", "running"], "pending pending pending"],
  [["export_not_completed", "non_complete", "unsuccessfully_completed"], "pending? pending? failed"],
  [["not_failed", "no_errors", "not_canceled"], "pending? pending? pending?"],
  [["not_successful", "unsuccessful", "unable_to_complete"], "failed? failed failed?"],
  [["completed_without_errors", "completed_not_verified", "ended"], "succeeded succeeded? succeeded"],
  [["failed_not_retried", "import_failed_no_data", "to_be_completed"], "failed failed pending"],
  [["document_too_small", "rag_limit_exceeded", "ready"], "failed? failed? succeeded?"],
  [["not_renderable", "NOT_FOUND", "NotSupported", "unsupported"], "failed? failed? failed? failed?"],
  [["not_available", "not_applicable"], "pending? pending?"],
  [
    ["CANCEL_REQUESTED", "cancellation_requested", "cancelling", "CANCELLED"],
    "pending pending pending canceled",
  ],
  [
    ["requestedCancel", "pending-cancel", "to_abort", "cancelled_by_request"],
    "pending pending pending canceled",
  ],
  [["failed_to_complete", "timed_out_waiting_for_completion", "will_cancel"], "failed failed pending"],
  [["cancel_requested_by_user", "CANCELLED_USER_REQUESTED"], "pending canceled"],
  [["canceled_pending", "pending_cancelled", "cancel_success"], "pending pending? canceled"],
  [["complete_requested", "waiting_for_completion", "complete_pending_review"], "pending pending succeeded"],
])("%j are %s", (values, meanings) => {
  const found = meaningsOf(values).map(({ list, isSure }) => `${list}${isSure ? "" : "?"}`);
  expect(found.join(" ")).toBe(meanings);
});

describe("whom a value tells of", () => {
  test.each([
    [
      isOfMachines,
      "machines",
      ["queued", "RUNNING", "exporting"],
      ["pending", "warning", "reviewing", "done"],
    ],
    [isOfPeople, "people", ["approved", "paid", "shipped", "pending_approval"], ["queued", "completed"]],
    [isOfThings, "things that stay", ["DELETING", "deprovisioned"], ["canceled", "completed"]],
    [saysNothing, "nothing", ["STATE_UNSPECIFIED", "unknown"], ["failed", "queued"]],
  ])("%o: %s", (is, _, yes, no) => {
    expect([yes.filter(is), no.filter(is)]).toEqual([yes, []]);
  });
});

describe("what a noun is", () => {
  test.each([
    [
      "work",
      isWork,
      "job exports batches scan transcription fine-tuning change merge journalruns downloadrequest",
      "order film project transfer overrun airport transaction bank-feed-statement",
    ],
    ["perhaps work", isPerhapsWork, "uploads pipeline video request", "job order"],
    ["business", isBusiness, "orders payment invoice ticket project", "export job upload"],
    ["a record", isRecord, "event log status item", "job export"],
  ])("%s", (_, is, yes, no) => {
    const isSo = (noun: string): boolean => is(noun.split("-"));
    expect([yes.split(" ").filter(isSo), no.split(" ").filter(isSo)]).toEqual([yes.split(" "), []]);
  });
});
