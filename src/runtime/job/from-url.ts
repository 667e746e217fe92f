import type { Call } from "../call/call.ts";
import { coreOf } from "../call/client.ts";

/**
 * Reads an operation's path and query parameters off a URL that an answer gave (`x-url` on a link), so that the
 * call is made anew and no URL is followed with the token. Gives nothing when the URL is of another origin or
 * does not match the operation's path.
 */
export function fromUrl(client: object, { path, places }: Call, url: unknown): Record<string, string> {
  const base = new URL(`${coreOf(client).baseUrl}/`);
  const found = typeof url === "string" && URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (found?.origin !== base.origin || !found.pathname.startsWith(base.pathname)) return {};
  const values = matched(path, found.pathname.slice(base.pathname.length - 1));
  if (values === undefined) return {};
  for (const [name, place] of places) {
    const value = place === "query" ? found.searchParams.get(name) : null;
    if (value !== null) values[name] = value;
  }
  return values;
}

/** `/jobs/{id}` and `/jobs/a%2Fb` give `{ id: "a/b" }`. */
function matched(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split("/");
  const got = path.split("/");
  if (wanted.length !== got.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const name = /^\{([^{}]+)\}$/.exec(segment)?.[1];
    const value = got[index] ?? "";
    if (name === undefined && segment !== value) return undefined;
    if (name === undefined) continue;
    try {
      values[name] = decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return values;
}
