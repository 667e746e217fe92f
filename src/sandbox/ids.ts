/** Makes ids in the vendors' forms. The same calls give the same ids in every run, so that a test can write them down. */
export interface Ids {
  digits(length: number): string;
  hex(length: number): string;
  /** Letters and digits. */
  word(length: number): string;
  uuid(): string;
  /** The id that the vendor's documentation shows, the first time it is asked for; then made-up ones. */
  first(documented: string, make: () => string): string;
}

export function createIds(seed: string): Ids {
  const random = createRandom(seed);
  const given = new Set<string>();
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
  const hex = (length: number): string => pick("0123456789abcdef", length);
  return {
    // Not with a zero in front: these are numbers beyond 2^53 that have to stay text.
    digits: (length) => pick("123456789", 1) + pick("0123456789", length - 1),
    hex,
    word: (length) => pick("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", length),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    first(documented, make) {
      if (given.has(documented)) return make();
      given.add(documented);
      return documented;
    },
  };
}

/** mulberry32, seeded with the FNV-1a hash of a text. */
function createRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
