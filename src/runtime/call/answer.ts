import { blank } from "../values.ts";

/** One answer of a service, whatever its status: read once, headers and all. */
export interface Answer<B> {
  /** HTTP status code. */
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; the text where it is not JSON; `undefined` where there is none; a `Download` for files. */
  readonly body: B;
}

/** An answer as it came in, before anybody looked at its shape. */
export interface Received extends Answer<unknown> {
  /** The body is text because it could not be read as JSON: HTML of a gateway, or cut off. */
  readonly unparsed?: true | undefined;
}

/**
 * Reads an answer to its end; a refused one has been read by now, as JSON where that was possible. Never throws on what
 * the body holds.
 */
export async function receive(response: Response, refused: unknown): Promise<Received> {
  const { status, headers } = response;
  const body = response.ok ? await response.text() : refused;
  if (typeof body !== "string") return { status, headers, body };
  try {
    return { status, headers, body: blank(body) ? undefined : JSON.parse(body) };
  } catch {
    return { status, headers, body, unparsed: true };
  }
}

/** What an answer looks like in an error message: its type and its first characters, on one line. */
export function excerpt({ headers, body }: Answer<unknown>): string {
  if (body === undefined) return "an empty body";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const start = text.slice(0, 80).replace(/\s+/g, " ");
  return `${headers.get("content-type") ?? "no content type"}: ${start}${text.length > 80 ? "…" : ""}`;
}
