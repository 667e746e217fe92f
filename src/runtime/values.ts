/** Nothing to go on: absent, `null`, or text without a character. */
export function blank(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** One of them is something: not blank, not `false`, and neither a list nor an object without anything in it. */
export function filled(...values: readonly unknown[]): boolean {
  return values.some((value) =>
    typeof value === "object" && value !== null
      ? Object.keys(value).length > 0
      : value !== false && !blank(value),
  );
}

/** Text, or what reads as such. Objects do not, and neither does what is blank. */
export function text(value: unknown): string | undefined {
  return blank(value) || typeof value === "object" ? undefined : String(value);
}

/** The first value that is not blank. */
export function first<T>(...values: readonly T[]): T | undefined {
  return values.find((value) => !blank(value));
}

/** What stands at a path inside a value of unknown shape; `undefined` when a step leads nowhere. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    // an object was just checked to own the key; what it holds stays unknown
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}

/** Every one of these fields is there and not blank. */
export function has<T extends object, K extends keyof T>(
  value: T | null | undefined,
  ...keys: readonly K[]
): value is T & { readonly [N in K]-?: NonNullable<T[N]> } {
  return value !== undefined && value !== null && keys.every((key) => !blank(value[key]));
}

/** The fields that are not blank. */
export function present<T extends object>(fields: T): Partial<T> {
  // what is left is a part of what there was
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !blank(value))) as Partial<T>;
}

/** Text without its case and outer blanks, for services that are not sure of either. */
export function fold<S>(value: S): S extends string ? Lowercase<S> : S;
export function fold(value: unknown): unknown {
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}

/** A progress of 0 to 100 from a number or from text such as `"9%"`; `undefined` when it is neither. */
export function percent(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number.parseFloat(value) : value;
  return typeof number === "number" && number >= 0 ? Math.min(100, number) : undefined;
}

/** A progress of 0 to 100 from a count and its total. */
export function share(done: unknown, total: unknown): number | undefined {
  return typeof done === "number" && typeof total === "number" && total > 0
    ? percent((100 * done) / total)
    : undefined;
}
