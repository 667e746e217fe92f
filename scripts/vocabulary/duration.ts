const milliseconds = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `"1.5h"` is 5400000 milliseconds; `undefined` for anything but a number and one of ms, s, m, h, d. */
export function parseDuration(text: unknown): number | undefined {
  const parts = typeof text === "string" ? /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) : null;
  if (!parts) return undefined;
  // The pattern admits only the units of the table.
  const total = Number(parts[1]) * milliseconds[parts[2] as keyof typeof milliseconds];
  return Number.isFinite(total) ? Math.round(total) : undefined;
}

/** 5400000 milliseconds are `"90m"`: in the greatest unit that they are a whole number of. */
export function printDuration(ms: number): string {
  const [unit, size] =
    Object.entries(milliseconds)
      .reverse()
      .find(([, size]) => ms >= size && ms % size === 0) ?? (["ms", 1] as const);
  return `${ms / size}${unit}`;
}
