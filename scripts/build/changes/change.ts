/** What a new version must bump to be honest about a change: `major` can break callers, `minor` adds, `patch` does neither. */
const impacts = ["major", "minor", "patch"] as const;
export type Impact = (typeof impacts)[number];

/** One difference between the last build of an API and this one. */
export interface Change {
  readonly impact: Impact;
  /** The operations and jobs that it is about, as clients export them; empty when it is about the whole API. */
  readonly callers: readonly string[];
  readonly message: string;
  /** The rule that rated it: Redocly's name for it, or ours. */
  readonly rule: string;
}

/** What callers of one API have to know. */
export interface ApiChanges {
  readonly api: string;
  /** The greatest of all. */
  readonly impact: Impact;
  /** The greatest first. */
  readonly changes: readonly Change[];
  /** Who compared the documents: `redocly diff` where `@redocly/cli` is installed, else a smaller comparison. */
  readonly ratedBy: "redocly diff" | "openapi-jobs";
}

/** A difference between two documents, where it stands. */
export interface Difference {
  readonly impact: Impact;
  readonly rule: string;
  readonly message: string;
  /** A JSON pointer into the new document, or into the old one for what is gone. */
  readonly pointer: readonly string[];
  /** The values that an enum gained or lost, and where the schema stands whose enum it is. */
  readonly values?: { readonly all: readonly unknown[]; readonly of: readonly string[] };
}

export function byImpact(a: { readonly impact: Impact }, b: { readonly impact: Impact }): number {
  return impacts.indexOf(a.impact) - impacts.indexOf(b.impact);
}

export function difference(
  impact: Impact,
  rule: string,
  message: string,
  pointer: readonly string[],
): Difference {
  return { impact, rule, message, pointer };
}

/** One change for all callers to whom the same is said. */
export function grouped(
  impact: Impact,
  rule: string,
  told: readonly (readonly [caller: string, message: string])[],
): readonly Change[] {
  const callers = new Map<string, string[]>();
  for (const [caller, message] of told) callers.set(message, [...(callers.get(message) ?? []), caller]);
  return [...callers].map(([message, names]) => ({ impact, callers: names, message, rule }));
}

/** Of the whole API. */
export function general(impact: Impact, rule: string, message: string): Change {
  return { impact, callers: [], message, rule };
}
