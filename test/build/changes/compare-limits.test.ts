import { expect, test } from "vitest";
import { compareLimits } from "../../../scripts/build/changes/compare-limits.ts";
import type { ApiModel } from "../../../scripts/build/model/model.ts";
import { changed, modelOf } from "./given.ts";

function limited(limit: string, ...ids: readonly string[]): ApiModel {
  return modelOf(
    changed(
      ...ids.map(
        (id) => [`operationId: ${id}\n`, `operationId: ${id}\n      x-rate-limit: ${limit}\n`] as const,
      ),
    ),
  );
}

test("callers are told of other rate limits, once for all operations that have them", () => {
  const old = limited("{ requests: 5, per: 1s }", "getPrint", "getPaper");
  const now = limited(
    "[{ requests: 5, per: 1000ms }, { requests: 100, per: 60s, bucket: reads }]",
    "getPrint",
    "getPaper",
  );
  expect(compareLimits(old, old)).toEqual([]);
  expect(compareLimits(old, now)).toEqual([
    {
      impact: "minor",
      callers: ["getPrint", "getPaper"],
      message: "Its rate limit is 5 per 1s and 100 per 1m of `reads` now, not 5 per 1s.",
      rule: "rate-limit-changed",
    },
  ]);
  expect(compareLimits(old, limited("", "getPaper")).map(({ message }) => message)).toEqual([
    "Its rate limit is none now, not 5 per 1s.",
  ]);
});
