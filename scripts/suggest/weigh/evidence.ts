/** Why something is thought to be so, and the way to where the document says it. */
export interface Evidence {
  readonly text: string;
  readonly way: readonly string[];
  /** How much it weighs; below zero, against it. */
  readonly weight: number;
}
