import type { Random } from "./random.ts";
import { normal } from "./random.ts";

/** Jobs of one kind, known by how long they take. All times are milliseconds. */
export interface Family {
  readonly name: string;
  readonly sample: (random: Random) => number;
  /** Share of jobs that take no longer than this. */
  readonly endedBy: (ms: number) => number;
  readonly longest: number;
}

const LONGEST = 3_600_000;
const MEDIAN = 60_000;

export const families: readonly Family[] = [
  {
    name: "uniform 5–600 s",
    sample: (random) => 5_000 + 595_000 * random(),
    endedBy: (ms) => share(ms, 5_000, 600_000),
    longest: 600_000,
  },
  {
    name: "lognormal, median 60 s, σ 1",
    sample: (random) => Math.min(LONGEST, MEDIAN * Math.exp(normal(random))),
    endedBy: (ms) => (ms >= LONGEST ? 1 : ms <= 0 ? 0 : normalShare(Math.log(ms / MEDIAN))),
    longest: LONGEST,
  },
  {
    name: "bimodal, 70 % 5–20 s, 30 % 300–1800 s",
    sample: (random) => (random() < 0.7 ? 5_000 + 15_000 * random() : 300_000 + 1_500_000 * random()),
    endedBy: (ms) => 0.7 * share(ms, 5_000, 20_000) + 0.3 * share(ms, 300_000, 1_800_000),
    longest: 1_800_000,
  },
  {
    name: "unknown scale, log-uniform 2–7200 s",
    sample: (random) => 2_000 * 3_600 ** random(),
    endedBy: (ms) => share(Math.log(Math.max(ms, 2_000)), Math.log(2_000), Math.log(7_200_000)),
    longest: 7_200_000,
  },
];

/** Families that nobody looked at while the policies were made. */
export const unseenFamilies: readonly Family[] = [
  {
    name: "exponential, mean 5 min",
    sample: (random) => Math.min(LONGEST, -300_000 * Math.log(1 - random())),
    endedBy: (ms) => (ms >= LONGEST ? 1 : 1 - Math.exp(-Math.max(0, ms) / 300_000)),
    longest: LONGEST,
  },
  {
    name: "quick: lognormal, median 8 s, σ 0.7",
    sample: (random) => Math.min(LONGEST, 8_000 * Math.exp(0.7 * normal(random))),
    endedBy: (ms) => (ms >= LONGEST ? 1 : ms <= 0 ? 0 : normalShare(Math.log(ms / 8_000) / 0.7)),
    longest: LONGEST,
  },
  {
    name: "slow and alike: normal, mean 20 min, σ 2 min",
    sample: (random) => Math.max(1_000, 1_200_000 + 120_000 * normal(random)),
    endedBy: (ms) => (ms >= LONGEST ? 1 : normalShare((ms - 1_200_000) / 120_000)),
    longest: LONGEST,
  },
];

function share(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** The normal distribution function, by Abramowitz and Stegun 7.1.26; its error is below 1.5e-7. */
function normalShare(deviation: number): number {
  const x = Math.abs(deviation) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-x * x);
  return deviation < 0 ? tail / 2 : 1 - tail / 2;
}
