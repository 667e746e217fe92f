import type { Random } from "./random.ts";
import { normal } from "./random.ts";

/** What a job reports at an age, in milliseconds: 0 to 100, or `undefined` when it reports nothing. */
export type Progress = (ms: number) => number | undefined;

export interface ProgressKind {
  readonly name: string;
  /** What it does, for readers. */
  readonly means: string;
  readonly of: (duration: number, random: Random) => Progress;
}

export const plainKind: ProgressKind = { name: "none", means: "reports nothing", of: () => () => undefined };

export const progressKinds: readonly ProgressKind[] = [
  plainKind,
  {
    name: "linear",
    means: "the share of the time that has passed",
    of: (duration) => (ms) => (100 * ms) / duration,
  },
  { name: "noisy", means: "linear with noise of 3 %, whole percents, never back", of: noisy },
  { name: "stalled", means: "linear, then frozen for a while, then catching up", of: stalled },
  {
    name: "front-loaded",
    means: "the square root of linear: “99 %” for ever",
    of: (duration) => (ms) => 100 * Math.sqrt(ms / duration),
  },
  {
    name: "back-loaded",
    means: "the square of linear: starts slowly, ends fast",
    of: (duration) => (ms) => 100 * (ms / duration) ** 2,
  },
  {
    name: "ends early",
    means: "linear towards 100 %, but the job stops (fails, say) at 10–100 % of it",
    of: endsEarly,
  },
  { name: "phases", means: "five steps of random length", of: phases },
];

function noisy(duration: number, random: Random): Progress {
  let top = 0;
  return (ms) => {
    const reading = Math.min(99, Math.max(0, (100 * ms) / duration + 3 * normal(random)));
    top = Math.max(top, Math.floor(reading));
    return top;
  };
}

function stalled(duration: number, random: Random): Progress {
  const at = 30 + 65 * random();
  const from = 0.2 + 0.4 * random();
  const to = from + (0.9 - from) * random();
  return (ms) => {
    const part = ms / duration;
    if (part < from) return (at * part) / from;
    return part < to ? at : at + ((100 - at) * (part - to)) / (1 - to);
  };
}

function endsEarly(duration: number, random: Random): Progress {
  const planned = duration / (0.1 + 0.9 * random());
  return (ms) => (100 * ms) / planned;
}

function phases(duration: number, random: Random): Progress {
  const lengths = Array.from({ length: 5 }, () => 0.1 + random());
  const all = lengths.reduce((sum, length) => sum + length);
  let end = 0;
  const ends = lengths.map((length) => {
    end += length / all;
    return end * duration;
  });
  return (ms) => 20 * ends.filter((each) => ms >= each).length;
}
