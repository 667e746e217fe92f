import type { Call } from "../call/call.ts";
import { coreOf } from "../call/client.ts";

/**
 * Reads an operation's path and query parameters off a URL that an answer gave (`x-url` on a link), so that the
 * call is made anew and no URL is followed with the token. Gives nothing when the URL is of another origin or
 * does not match the operation's path.
 */
export function fromUrl(
  client: object,
  { path, places, names, server }: Call,
  url: unknown,
): Record<string, string> {
  const { moved, via } = coreOf(client);
  const address = moved ?? server ?? via.baseUrl;
  const base = new URL(`${address}/`);
  const found = typeof url === "string" && URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (found?.origin !== base.origin) return {};
  // what stands in the path for itself is encoded as it is in the URL
  const values = matched(new URL(address + path).pathname, found.pathname);
  if (values === undefined) return {};
  for (const [name, place] of places) {
    const value = place === "query" ? found.searchParams.get(names?.[name] ?? name) : null;
    if (value !== null) values[name] = value;
  }
  return values;
}

/** `/jobs/%7Bid%7D`, which is `/jobs/{id}` in a URL, and `/jobs/a%2Fb` give `{ id: "a/b" }`. */
function matched(template: string, path: string): Record<string, string> | undefined {
  // every second piece is the name of a parameter
  const pieces = template.split(/%7B(.+?)%7D/);
  const pattern = pieces
    .map((piece, index) => (index % 2 === 0 ? literally(piece) : piece.startsWith("+") ? "(.+)" : "([^/]*)"))
    .join("");
  const got = new RegExp(`^${pattern}$`).exec(path);
  if (got === null) return undefined;
  const values: Record<string, string> = {};
  for (const [index, value] of got.slice(1).entries()) {
    try {
      values[decodeURIComponent(pieces[2 * index + 1] ?? "").replace(/^\+/, "")] = decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return values;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
