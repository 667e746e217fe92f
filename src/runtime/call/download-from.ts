import { race } from "../race.ts";
import { ApiError } from "./api-error.ts";
import type { Download } from "./download.ts";
import { download } from "./download.ts";
import { fileName } from "./file-name.ts";
import type { CallOptions } from "./operation.ts";

export interface DownloadFromOptions extends CallOptions {
  /** Sends the request. Default: the global `fetch`. A client's own may add what only its service should see. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** What an `ApiError` calls this. Default: `downloadFrom`. */
  readonly operation?: string;
}

/**
 * Opens the file that a link leads to, as an answer may give one: a presigned link to a storage elsewhere. Sends no
 * token and no cookies, and follows no redirect. A refusal is an `ApiError` with the code and message of S3's XML, if it
 * has them; no error shows the link, whose query may be a credential.
 */
export async function downloadFrom(url: string, options: DownloadFromOptions = {}): Promise<Download> {
  const { signal, fetch = globalThis.fetch, operation = "downloadFrom" } = options;
  const link = URL.canParse(url) ? new URL(url) : undefined;
  if (!/^https?:$/.test(link?.protocol ?? ""))
    throw new TypeError(`${operation}: the link is no http(s) URL.`);
  const request = new Request(url, {
    redirect: "manual",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    ...(signal === undefined ? {} : { signal }),
  });
  // ends as soon as the signal aborts, even where `fetch` does not heed that
  const response = await race(async () => fetch(request), signal);
  if (!response.ok) throw await race(() => refused(operation, response), signal);
  // percent-encoded as the extended form of a name is, and as likely to be broken
  const name = fileName(`filename*="UTF-8''${link?.pathname.split("/").at(-1)}"`);
  return { ...(name === undefined ? {} : { name }), ...download(response) };
}

async function refused(operation: string, response: Response): Promise<ApiError> {
  const { status } = response;
  const body = await response.text();
  const [code, message] = ["Code", "Message"].map((name) => element(name, body));
  const reason =
    message ??
    (/^(0|3(?!04))/.test(`${status}`) ? "a redirect, which is not followed" : "the link was refused");
  // without the body: S3 repeats parts of the link in it
  return new ApiError({
    operation,
    status,
    ...(code === undefined ? {} : { code }),
    reason,
    body: undefined,
  });
}

/** The text of a leaf of S3's error document. */
function element(name: string, xml: string): string | undefined {
  return new RegExp(`<${name}>([^<]{1,200})</${name}>`).exec(xml)?.[1];
}
