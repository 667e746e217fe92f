import { expect, test } from "vitest";
import {
  canceled,
  failed,
  missing,
  pending,
  succeeded,
  unlisted,
  unreadable,
} from "../../../src/runtime/job/reading.ts";

test("a listed status reads as what the specification says", () => {
  expect(pending("queued")).toEqual({ how: "listed", status: "queued", state: "pending" });
  expect(succeeded(0, { file: "f-1" })).toEqual({
    how: "listed",
    status: 0,
    state: "succeeded",
    result: { file: "f-1" },
  });
  expect(failed(3, 3, "Too large.")).toEqual({
    how: "listed",
    status: 3,
    state: "failed",
    error: { code: 3, message: "Too large." },
  });
  expect(canceled("canceled")).toEqual({ how: "listed", status: "canceled", state: "canceled", error: {} });
});

test.each([
  ["E7", "Paper jam.", { code: "E7", message: "Paper jam." }],
  [107, " ", { code: 107 }],
  ["", null, {}],
  [undefined, 12, { message: "12" }],
  [{ code: "E7" }, { text: "Paper jam." }, {}],
  [false, ["Paper jam."], {}],
])("code %j and message %j become %j", (code, message, error) => {
  expect(failed("jammed", code, message)).toMatchObject({ error });
  expect(failed("jammed", code, message)).toHaveProperty("error", error);
});

test("a missing status counts as what the specification says, else nothing can be said", () => {
  expect(missing(pending(undefined))).toEqual({ how: "missing", status: undefined, state: "pending" });
  expect(missing()).toEqual({ how: "unreadable", status: undefined, state: "unknown" });
});

test("a value in no list counts as what the specification says, if it is of a type that is listed", () => {
  expect(unlisted("paused", ["string"], pending("paused"))).toEqual({
    how: "unlisted",
    status: "paused",
    state: "pending",
  });
  expect(unlisted("0", ["number"], pending("0"))).toEqual(unreadable("0"));
  expect(unlisted(null, ["string", "number", "boolean"], pending(null))).toEqual(unreadable(null));
});
