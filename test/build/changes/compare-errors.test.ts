import { expect, test } from "vitest";
import { compareErrors } from "../../../scripts/build/changes/compare-errors.ts";
import type { ApiModel } from "../../../scripts/build/model/model.ts";
import { changed, modelOf } from "./given.ts";

function withErrors(errors: string): ApiModel {
  return modelOf(
    changed(["components:\n", `${errors === "" ? "" : `x-errors: { ${errors} }\n`}components:\n`]),
  );
}

const [code, error] = ["$response.body#/code", "$response.body#/error"];

test.each<readonly [before: string, after: string, told: readonly string[]]>([
  [`code: ${code}, ok: [0, 1]`, `code: [${code}], ok: ["1", 0]`, []],
  [
    `code: ${code}, message: $response.body#/msg`,
    `code: ${error}, message: ${error}, requestId: $response.header.X-Id`,
    [
      "major `code` of an `ApiError` is read from another place. (error-place-changed)",
      "minor `reason` of an `ApiError` is read from another place. (error-place-changed)",
      "minor `requestId` of an `ApiError` is read now. (error-place-changed)",
    ],
  ],
  [`code: ${code}`, "", ["major `code` of an `ApiError` is not read any more. (error-place-changed)"]],
  [
    `code: ${code}`,
    `code: ${code}, ok: [0]`,
    [
      "major An answer is no refusal only when its code is `0`; before, the HTTP status said it. (refusals-changed)",
    ],
  ],
  [
    `code: ${code}, ok: [0]`,
    `code: ${code}, ok: [0, 1]`,
    [
      "major An answer is no refusal only when its code is `0`, `1`; before, when it was `0`. (refusals-changed)",
    ],
  ],
  [
    `code: ${code}, ok: [0]`,
    `code: ${code}`,
    [
      "major The HTTP status alone says what is a refusal; before, a code that is not `0` did, too. (refusals-changed)",
    ],
  ],
  [
    `code: ${code}, notFound: [4], retry: [7, 9]`,
    `code: ${code}, notFound: [4, 5, 6], unavailable: [7]`,
    [
      "major Of an `ApiError` with the code `7`, its `meaning` is 503 now, not 429. (error-meaning-changed)",
      "major Of an `ApiError` with the code `9`, its `meaning` is its HTTP status now, not 429. (error-meaning-changed)",
      "minor Of an `ApiError` with the code `5`, `6`, its `meaning` is 404 now, not its HTTP status. (error-meaning-changed)",
    ],
  ],
  [
    `code: ${code}`,
    `code: ${code}, retryAfter: [x-reset]`,
    [
      "minor Headers besides `Retry-After` that say when to come back: `x-reset` now, not none. (retry-after-changed)",
    ],
  ],
])("callers are told of errors: %s -> %s", (before, after, told) => {
  const found = compareErrors(withErrors(before), withErrors(after));
  expect(found.map(({ impact, message, rule }) => `${impact} ${message} (${rule})`)).toEqual(told);
});
