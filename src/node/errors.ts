/** There is something of this name already, and nobody said that it may be replaced. Nothing was changed. */
export class FileExistsError extends Error {
  override readonly name = "FileExistsError";
  readonly code = "EEXIST";
  readonly path: string;

  constructor(path: string) {
    super(`${path} is there already. Save under another name, or pass overwrite: true to replace it.`);
    this.path = path;
  }
}

/** Not all of the file arrived. Nothing was saved; download it anew. `cause` says why, when it is known. */
export class IncompleteDownloadError extends Error {
  override readonly name = "IncompleteDownloadError";
  /** Bytes that arrived. */
  readonly received: number;
  /** Bytes that the service had announced, when it had. */
  readonly size: number | undefined;

  constructor(path: string, received: number, size: number | undefined, cause?: unknown) {
    const of = size === undefined ? "" : ` of ${size}`;
    super(
      `${path} was not saved: the download ended after ${received}${of} bytes. Download the file anew.`,
      cause === undefined ? undefined : { cause },
    );
    this.received = received;
    this.size = size;
  }
}
