/**
 * When a service asks to come back, in milliseconds from `now`; `undefined` when it does not say.
 * `Retry-After` is seconds or a date (RFC 9110). Of the `extra` headers, a name that ends in `-ms` counts
 * milliseconds, a number above 1e9 is a moment in epoch seconds, and everything else is seconds.
 * The longest wish wins; a negative or unreadable one does not count.
 */
export function hint(
  headers: Headers,
  extra: readonly string[] = [],
  now: number = Date.now(),
): number | undefined {
  const wishes = ["retry-after", ...extra]
    .map((name) => wish(name, headers.get(name), now))
    .filter((ms) => ms !== undefined);
  return wishes.length === 0 ? undefined : Math.max(...wishes);
}

function wish(name: string, text: string | null, now: number): number | undefined {
  if (text === null || text.trim() === "") return undefined;
  const number = Number(text);
  const ms = Number.isNaN(number) ? Date.parse(text) - now : milliseconds(name, number, now);
  return ms >= 0 ? ms : undefined;
}

function milliseconds(name: string, number: number, now: number): number {
  if (name.toLowerCase().endsWith("-ms")) return number;
  return number > 1e9 ? number * 1000 - now : number * 1000;
}
