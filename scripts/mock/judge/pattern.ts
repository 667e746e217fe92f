/** `undefined` where the pattern is none that can be read here. */
export function matches(pattern: string, value: string): boolean | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags).test(value);
    } catch {
      // many a pattern has an escape that is needless, which only the old way of reading takes
    }
  }
  return undefined;
}
