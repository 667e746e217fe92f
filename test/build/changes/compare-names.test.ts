import { expect, test } from "vitest";
import { compareNames } from "../../../scripts/build/changes/compare-names.ts";
import { changed, modelOf, printer } from "./given.ts";

const rule = "operation-id-changed";

test.each([
  [
    "      operationId: getPaper\n",
    "      operationId: readPaper\n",
    "readPaper",
    "`getPaper` is called `readPaper` now.",
  ],
  ["      operationId: createPrint\n", "", "postPrints", "`createPrint` is called `postPrints` now."],
  [
    "      operationId: createPrint\n",
    "      operationId: create-print\n",
    "createPrint",
    "The types call it `create-print` now, not `createPrint`.",
  ],
])("callers have to be told of another name: %s -> %s", (was, is, caller, message) => {
  expect(compareNames(modelOf(printer), modelOf(changed([was, is])))).toEqual([
    { impact: "major", callers: [caller], message, rule },
  ]);
});

test("an operation that keeps its name without an `operationId` is called as before", () => {
  const named = changed(["operationId: createPrint", "operationId: postPrints"]);
  const unnamed = changed(["      operationId: createPrint\n", ""]);
  expect(compareNames(modelOf(named), modelOf(unnamed))).toEqual([]);
});

test("operations whose paths differ in the query alone keep their names", () => {
  const beside = changed([
    "  /prints:\n",
    "  /prints?upload:\n    post: { operationId: uploadPrint, responses: { '204': { description: ok } } }\n  /prints:\n",
  ]);
  expect(compareNames(modelOf(beside), modelOf(beside))).toEqual([]);
});
