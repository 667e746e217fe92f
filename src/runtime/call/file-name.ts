/**
 * The name that a `Content-Disposition` gives a file (RFC 6266): `filename*` wins over `filename`, and the first of a
 * kind over the next. What many servers write without being allowed to is read, too. A bare name, never a path: only
 * what follows the last slash is kept, without control characters.
 */
export function fileName(disposition: string): string | undefined {
  const { extended, plain } = parameters(disposition);
  const name = decoded(extended) ?? plain;
  return name === undefined ? undefined : bareName(name);
}

/** What is left of a name without the path before it; `undefined` when that names nothing. */
export function bareName(name: string): string | undefined {
  const bare = name
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, "")
    .trim();
  return bare === "." || bare === ".." ? undefined : bare || undefined;
}

/** Parameters are read one after the other, so that the text of one is never taken for another. */
function parameters(disposition: string): { readonly extended?: string; readonly plain?: string } {
  const found: { extended?: string; plain?: string } = {};
  const each = /;\s*([^\s=;]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g;
  for (const [, key = "", quoted, bare = ""] of `;${disposition}`.matchAll(each)) {
    // a quote that nothing closes; and of the escapes only those there have to be, for the sake of C:\plan.pdf
    const value = quoted?.replace(/\\(["\\])/g, "$1") ?? bare.trim().replace(/^"/, "");
    if (key.toLowerCase() === "filename*") found.extended ??= value;
    if (key.toLowerCase() === "filename") found.plain ??= utf8(value);
  }
  return found;
}

/** RFC 5987: `UTF-8'en'plan%20b.pdf`. `undefined` when it is not that, or of a character set that nobody has to know. */
function decoded(extended: string | undefined): string | undefined {
  const [, charset = "", text = ""] = /^([\w-]+)'[^']*'(.+)$/.exec(extended ?? "") ?? [];
  try {
    if (/^utf-8$/i.test(charset)) return decodeURIComponent(text);
    if (/^iso-8859-1$/i.test(charset))
      return text.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
  } catch {
    // escapes that are none
  }
  return undefined;
}

/** Headers are read as ISO 8859-1, but many servers write UTF-8 into them. */
function utf8(text: string): string {
  if (!/^[\0-\xFF]*[\x80-\xFF][\0-\xFF]*$/.test(text)) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
    );
  } catch {
    return text;
  }
}
