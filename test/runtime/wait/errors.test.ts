import { expect, test } from "vitest";
import type { Waited } from "../../../src/runtime/wait/errors.ts";
import {
  JobCanceledError,
  JobFailedError,
  PollingError,
  PollTimeoutError,
} from "../../../src/runtime/wait/errors.ts";

const ref = { job: "printer/print", params: { id: "p-1" } };
const last = { state: "failed", status: "jammed", error: {}, body: {}, polls: 2, elapsed: 9 } as const;
const waited: Waited = { ref, last, seen: { printing: 11, "HTTP 503": 3 } };

test("a failed job: what the service says, in its words", () => {
  const error = new JobFailedError(waited, { code: "E7", message: "Paper jam in tray 2." });
  expect(String(error)).toBe("JobFailedError: printer/print failed with code E7: Paper jam in tray 2.");
  expect({ ...error }).toEqual({ name: "JobFailedError", ...waited, code: "E7", status: "jammed" });
  expect(String(new JobFailedError(waited, {}))).toBe(
    "JobFailedError: printer/print failed: its status is jammed",
  );
});

test("a canceled job", () => {
  const canceled = { ...waited, last: { ...last, state: "canceled" } as const };
  const error = new JobCanceledError(canceled, {});
  expect(String(error)).toBe("JobCanceledError: printer/print was canceled: its status is jammed");
  expect({ ...error }).toEqual({ name: "JobCanceledError", ...canceled, code: undefined, status: "jammed" });
});

test("nobody could find out: why not, and what was seen before", () => {
  const cause = new TypeError("fetch failed");
  const error = new PollingError(waited, cause);
  expect(String(error)).toBe(
    "PollingError: printer/print: could not find out how the job is (asked 14 times: 11 × printing, 3 × HTTP 503): fetch failed",
  );
  expect({ ...error, cause: error.cause }).toEqual({ name: "PollingError", ...waited, cause });
  expect(new PollingError({ ...waited, seen: {} }, "odd").message).toBe(
    "printer/print: could not find out how the job is (asked 0 times: nothing seen): odd",
  );
});

test("the time was up: after how long, and what was seen", () => {
  const error = new PollTimeoutError({ ...waited, seen: { printing: 1 } }, 60_000);
  expect(String(error)).toBe(
    "PollTimeoutError: printer/print did not end within 60000 ms (asked 1 time: 1 × printing)",
  );
  expect("cause" in error).toBe(false);
  expect(new PollTimeoutError(waited, 60_000, "late").cause).toBe("late");
});

test("a status in no list counts as pending, and whoever waited for nothing else is told", () => {
  const unlisted = { ...last, state: "pending", status: "FAILED", unlisted: true } as const;
  const facts = { ref, last: unlisted, seen: { FAILED: 10 } };
  expect(new PollTimeoutError(facts, 60_000).message).toBe(
    "printer/print did not end within 60000 ms (asked 10 times: 10 × FAILED): FAILED is in no list, so it counts as pending",
  );
  expect(new PollTimeoutError(facts, 60_000, new TypeError("fetch failed")).message).toBe(
    "printer/print did not end within 60000 ms (asked 10 times: 10 × FAILED): FAILED is in no list, so it counts as pending: fetch failed",
  );
});

test("the five outcomes cannot be confused", () => {
  const kinds = [JobFailedError, JobCanceledError, PollingError, PollTimeoutError];
  const errors = [
    new JobFailedError(waited, {}),
    new JobCanceledError(waited, {}),
    new PollingError(waited, "odd"),
    new PollTimeoutError(waited, 1),
  ];
  expect(errors.map((error) => kinds.map((kind) => error instanceof kind))).toEqual([
    [true, false, false, false],
    [false, true, false, false],
    [false, false, true, false],
    [false, false, false, true],
  ]);
});
