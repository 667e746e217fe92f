import type { Observation } from "./scenario.ts";

/** What a package did, in one line: `the job succeeded after 32 s; asked at 0, 30, 32 s`. */
export function describe(seen: readonly Observation[]): string {
  const [only, ...more] = seen;
  if (only === undefined) return "nothing";
  return more.length === 0 ? one(only) : several(seen);
}

function one({ ends, looks, timersLeft, looksAfter, hangs, uncaught }: Observation): string {
  const outcomes = ends.map(({ outcome, at }) => `${outcome} after ${seconds(at)} s`);
  return [
    [...outcomes, ...(hangs ? ["still waiting at the end"] : [])].join(", then "),
    asked(looks),
    ...(timersLeft > 0 ? ["leaves a timer behind"] : []),
    ...(looksAfter > 0 ? [`asks ${times(looksAfter)} more after the end`] : []),
    ...(uncaught > 0 ? [`${uncaught.toLocaleString("en")} uncaught: ends the process`] : []),
  ].join("; ");
}

function asked(looks: readonly number[]): string {
  if (looks.length === 0) return "never asked";
  if (looks.length <= 6) return `asked at ${looks.map(seconds).join(", ")} s`;
  const first = looks.slice(0, 4).map(seconds).join(", ");
  return `asked ${times(looks.length)}: at ${first}, … ${seconds(looks.at(-1) ?? 0)} s`;
}

function several(seen: readonly Observation[]): string {
  const counts = new Map<string, number>();
  for (const { ends, hangs } of seen) {
    const how = hangs ? "still waiting at the end" : ends.map(({ outcome }) => outcome).join(", then ");
    counts.set(how, (counts.get(how) ?? 0) + 1);
  }
  return `${seen.length} jobs: ${[...counts].map(([how, count]) => `${how} ${times(count)}`).join(", ")}`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count.toLocaleString("en")} times`;
}

function seconds(ms: number): string {
  return (ms < 1_000 ? Math.round(ms / 10) / 100 : Math.round(ms / 100) / 10).toLocaleString("en");
}
