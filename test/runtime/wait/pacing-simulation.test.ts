/** The quick form of `npm run bench:polling`: few jobs, the same seeds, no packages. See docs/polling.md. */
import { expect, test } from "vitest";
import { runFamily } from "../../../scripts/bench/polling/cells.ts";
import { families } from "../../../scripts/bench/polling/families.ts";
import { defaultGoals, optionGoals } from "../../../scripts/bench/polling/goals.ts";

const results = families.map((family) => runFamily(family, 100));

test("the default paces jobs no worse than well-known packages do, and with fewer requests", () => {
  expect(defaultGoals(results)).toMatchObject([{ met: true }, { met: true }]);
});

test("stretched, or given a history, it comes near what is possible", () => {
  expect(optionGoals(results)).toMatchObject([{ met: true }, { met: true }]);
});

test("requests, mean delay and p95 delay in seconds, for no progress, a linear one, and phases", () => {
  const found = results.map(({ family, cells }) => [
    family.name,
    ...cells
      .filter(({ kind }) => ["none", "linear", "phases"].includes(kind.name))
      .map(({ ours: { requests, delay, p95 } }) =>
        [requests, delay, p95].map((each) => each.toFixed(1)).join(" / "),
      ),
  ]);
  expect(found).toEqual([
    ["uniform 5–600 s", "21.2 / 14.7 / 34.9", "21.7 / 0.5 / 0.9", "25.2 / 8.8 / 23.4"],
    ["lognormal, median 60 s, σ 1", "12.8 / 7.7 / 21.7", "13.1 / 0.4 / 1.0", "14.6 / 4.9 / 15.5"],
    ["bimodal, 70 % 5–20 s, 30 % 300–1800 s", "12.9 / 7.8 / 41.8", "13.1 / 0.4 / 0.9", "15.0 / 6.2 / 36.4"],
    ["unknown scale, log-uniform 2–7200 s", "29.4 / 12.6 / 44.1", "29.8 / 0.5 / 1.0", "32.9 / 10.4 / 51.4"],
  ]);
});
