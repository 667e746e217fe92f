import { fileName } from "./file-name.ts";

/** A file on its way: read `body` to its end, or cancel it. */
export interface Download {
  /** The file's name, when the service gave one (`Content-Disposition`). A bare name, never a path. */
  readonly name?: string;
  /** Media type, `application/octet-stream` when the service gave none. */
  readonly type: string;
  /** Bytes, when the service said how many. */
  readonly size?: number;
  readonly body: ReadableStream<Uint8Array>;
}

/** Opens an answer that may be a file or JSON; JSON is left to be read as such. */
export function downloadUnlessJson(response: Response): Download | undefined {
  return isJson(response) ? undefined : download(response);
}

/** The same for an answer that may be text or JSON. */
export function textUnlessJson(response: Response): Promise<string> | undefined {
  return isJson(response) ? undefined : plainText(response);
}

export function plainText(response: Response): Promise<string> {
  return response.text();
}

export function download(response: Response): Download {
  const { headers, body } = response;
  const name = fileName(headers.get("content-disposition") ?? "");
  const size = headers.get("content-length") ?? "";
  return {
    ...(name === undefined ? {} : { name }),
    type: headers.get("content-type") ?? "application/octet-stream",
    // a compressed transfer counts other bytes than the file has
    ...(/^\d+$/.test(size) && !headers.get("content-encoding") ? { size: Number(size) } : {}),
    body: body ?? new Blob([]).stream(),
  };
}

function isJson({ headers }: Response): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(headers.get("content-type") ?? "");
}
