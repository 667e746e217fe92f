/** Why something is thought to be so, and the way to where the document says it. */
export interface Evidence {
  readonly text: string;
  readonly way: readonly string[];
  /** How much it weighs; below zero, against it. */
  readonly weight: number;
}

/** What speaks most against it, in a few words. */
export function againstOf(evidence: readonly Evidence[]): string {
  const against = evidence.filter(({ weight }) => weight <= 0).toSorted((a, b) => a.weight - b.weight);
  const [first = "little speaks for it, though nothing against it", ...others] = against
    .slice(0, 2)
    .map(({ text }) => short(text));
  return [first, ...others].join("; ");
}

/** A list of many values need not be told to its end. */
export function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
