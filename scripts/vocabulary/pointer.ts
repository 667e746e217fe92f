/** RFC 6901: `/a~1b/0` is `["a/b", "0"]`, and the empty text is the whole document. `undefined` for what is none. */
export function parsePointer(text: string): readonly string[] | undefined {
  if (text === "") return [];
  if (!text.startsWith("/") || /~(?![01])/.test(text)) return undefined;
  const tokens = text.slice(1).split("/");
  return text.includes("~")
    ? tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    : tokens;
}

export function printPointer(tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The same as the part of a `$ref` from `#` on, where it is percent-encoded. Whatever is no pointer leads nowhere. */
export function parseFragment(fragment: string): readonly string[] {
  const text = fragment.startsWith("#") ? fragment.slice(1) : fragment;
  const tokens = parsePointer(text) ?? [text];
  return text.includes("%") ? tokens.map(decoded) : tokens;
}

/** What a pointer leads to; `undefined` when a step leads nowhere. */
export function valueAt(document: unknown, tokens: readonly string[]): unknown {
  return tokens.reduce(child, document);
}

export function child(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // just seen to own it
  return (value as Readonly<Record<string, unknown>>)[key];
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
