import { expected, type Step } from "../../test/platforms/program.ts";

/** What came of a platform: what its steps found, or why nobody could try. */
export type Outcome =
  | { readonly platform: string; readonly steps: readonly Step[] }
  | { readonly platform: string; readonly absent: string };

/** A row of the table: an empty cell for a step that this platform does not have. */
export function row(outcome: Outcome): readonly string[] {
  if ("absent" in outcome) return [outcome.platform, ...stepNames.map(() => "?")];
  return [
    outcome.platform,
    ...stepNames.map((name) => {
      const step = outcome.steps.find(([each]) => each === name);
      if (step === undefined) return "";
      return step[1] === expected[name] ? "yes" : "**no**";
    }),
  ];
}

export const stepNames: readonly string[] = Object.keys(expected);

/** What went wrong, in sentences. */
export function faults(outcome: Outcome): readonly string[] {
  if ("absent" in outcome) return [];
  return outcome.steps
    .filter(([name, found]) => found !== expected[name])
    .map(
      ([name, found, error]) =>
        `${outcome.platform}, ${name}: ${error ?? `found ${found}, not ${expected[name]}`}`,
    );
}
