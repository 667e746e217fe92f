/** Why something is thought to be so, and the way to where the document says it. */
export interface Reason {
  readonly text: string;
  readonly way: readonly string[];
}

/** A reason to think that something is a job, or none. */
export interface Evidence extends Reason {
  /** How much it weighs; below zero, against it. */
  readonly weight: number;
}

/** What speaks most against it, and how much more does. */
export function againstOf(evidence: readonly Evidence[]): string {
  const against = evidence.filter(({ weight }) => weight <= 0).toSorted((a, b) => a.weight - b.weight);
  const [first = "little speaks for it, though nothing against it", ...others] = against
    .slice(0, 2)
    .map(({ text }) => text);
  const left = against.length - 2;
  return [first, ...others, ...(left > 0 ? [`${left} more against it`] : [])].join("; ");
}
