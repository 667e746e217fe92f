/** A scalar as it would be written; the empty text for anything else, of which a hostile `toString` may be a key. */
export function plainText(value: unknown): string {
  return typeof value === "object" || value === undefined ? "" : String(value);
}
