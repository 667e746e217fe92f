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

export function download(response: Response): Download {
  const { headers, body } = response;
  const name = fileName(headers.get("content-disposition") ?? "");
  const size = headers.get("content-length");
  return {
    ...(name === undefined ? {} : { name }),
    type: headers.get("content-type") ?? "application/octet-stream",
    // a compressed transfer counts other bytes than the file has
    ...(size && !headers.get("content-encoding") ? { size: Number(size) } : {}),
    body: body ?? new Blob([]).stream(),
  };
}

/**
 * RFC 6266: `filename*` (RFC 5987, UTF-8) wins over `filename`; only what follows the last slash is kept,
 * and nothing that is a step of a path or breaks one.
 */
function fileName(disposition: string): string | undefined {
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/i.exec(disposition);
  const name = decoded(extended) ?? plain?.[1]?.replace(/\\(.)/g, "$1") ?? plain?.[2];
  const bare = name
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, "");
  return bare === "." || bare === ".." ? undefined : bare || undefined;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}
