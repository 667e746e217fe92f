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
  let longest: number | undefined;
  for (const name of ["retry-after", ...extra]) {
    const text = headers.get(name)?.trim();
    if (!text) continue;
    const number = Number(text);
    const seconds = number > 1e9 ? number * 1000 - now : number * 1000;
    const ms = Number.isNaN(number) ? Date.parse(text) - now : /-ms$/i.test(name) ? number : seconds;
    if (ms >= (longest ?? 0)) longest = ms;
  }
  return longest;
}
