/**
 * Writes the parameters of these names as JSON (`content: application/json`), where they stand in a path or in headers; a query
 * has a style for that.
 */
export function jsonParameters(...names: readonly string[]): (given: unknown) => object {
  return (given) =>
    Object.fromEntries(
      Object.entries(given ?? {}).map(([name, value]) => [
        name,
        // what is not given stays so
        names.includes(name) && value !== undefined && value !== null ? asciiJson(value) : value,
      ]),
    );
}

/** JSON as a header can have it, with all else escaped that is no ASCII. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
