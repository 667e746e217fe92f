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
 * Reads an answer to its end: an accepted one by `read`, where that gives anything, else as JSON. Never throws on what the
 * body holds.
 */
export async function receive(response: Response, read?: (response: Response) => unknown): Promise<Received> {
  const { ok, status, headers } = response;
  const content = ok ? await read?.(response) : undefined;
  if (content !== undefined) return { status, headers, body: content };
  const body = await response.text();
  try {
    return { status, headers, body: body.trim() ? JSON.parse(body) : undefined };
  } catch {
    return { status, headers, body, unparsed: true };
  }
}

/** What an answer looks like in an error message: its type and its first characters, on one line. */
export function excerpt({ headers, body }: Answer<unknown>): string {
  if (body === undefined) return "an empty body";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const line = text.replace(/\s+/g, " ").replace(/^(.{80}).+/, "$1…");
  return `${headers.get("content-type") ?? "no content type"}: ${line}`;
}
