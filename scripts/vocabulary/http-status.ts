/** Beside `$statusCode`, a number like this is no code of an error. */
export function isHttpStatus(value: unknown): boolean {
  return typeof value === "number" && value >= 100 && value <= 599;
}
