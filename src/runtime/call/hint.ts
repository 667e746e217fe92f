/**
 * When a service asks to come back, in milliseconds from `now`; `undefined` when it does not say. A header such as
 * `Retry-After` counts seconds or is a date (RFC 9110); a number above 1e9 is a moment in epoch seconds. One that is
 * negative or cannot be read does not count.
 */
export function hint(
  headers: Headers,
  now: number = Date.now(),
  name = "retry-after",
  unit = 1000,
): number | undefined {
  const text = headers.get(name);
  if (!text) return undefined;
  const count = Number(text);
  const ms = count <= 1e9 ? count * unit : (count * 1000 || Date.parse(text)) - now;
  return ms >= 0 ? ms : undefined;
}
