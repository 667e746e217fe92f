import { randomUUID } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { link, lstat, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Download } from "../runtime/call/download.ts";
import { race } from "../runtime/race.ts";
import { FileExistsError, IncompleteDownloadError } from "./errors.ts";
import { safeName } from "./safe-name.ts";

export interface SaveOptions {
  /** Ends the download at once, and leaves no file; `save` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Replaces a file that is there already. Default: `false`, which throws a `FileExistsError` before a byte is read. */
  readonly overwrite?: boolean;
  /** Called after each piece that was written. What it throws ends the download. */
  readonly onProgress?: (progress: SaveProgress) => void;
}

export interface SaveProgress {
  /** Bytes so far. */
  readonly received: number;
  /** Bytes of the whole file, when the service said how many. */
  readonly size?: number;
}

export interface Saved {
  /** Where the file is now, absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Writes a download to disk, piece by piece as it arrives. `to` is a file, or a folder that exists: there, the file gets
 * the service's own name for it, made safe. The file appears under its name once it is whole; until then, and after any
 * failure, there is nothing. Throws a `FileExistsError`, an `IncompleteDownloadError` when fewer or more bytes came than
 * announced, a `TypeError` on a download that has been used before, the signal's reason, and what the file system throws. However
 * it ends, the download has been used up.
 *
 * @example const { path } = await save(await task.follow("download"), "exports/");
 */
export async function save(download: Download, to: string, options: SaveOptions = {}): Promise<Saved> {
  if (download.body.locked) throw new TypeError("This download has been read already. Make its call again.");
  const reader = download.body.getReader();
  try {
    options.signal?.throwIfAborted();
    const path = await placeOf(download, to);
    if (!options.overwrite && (await exists(path))) throw new FileExistsError(path);
    return { path, size: await write(download, reader, path, options) };
  } catch (error) {
    // lets go of the connection, which nobody has to wait for
    reader.cancel(error).catch(() => {});
    throw error;
  }
}

async function placeOf({ name }: Download, to: string): Promise<string> {
  const path = resolve(to);
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => /[/\\]$/.test(to),
  );
  const place = folder ? join(path, safeName(name)) : path;
  const parent = await stat(dirname(place)).catch(() => undefined);
  if (parent?.isDirectory()) return place;
  throw Object.assign(new Error(`There is no folder ${dirname(place)} to save a file in. Create it first.`), {
    code: "ENOENT",
  });
}

async function exists(path: string): Promise<boolean> {
  // a link that leads nowhere is something, too
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Writes beside the place, on the same file system, so that the whole file can be put there in one step. */
async function write(
  download: Download,
  reader: Reader,
  path: string,
  options: SaveOptions,
): Promise<number> {
  const temporary = join(dirname(path), `.${randomUUID()}.part`);
  const file = await open(temporary, "wx");
  try {
    let size: number;
    try {
      size = await pour(download, reader, file, path, options);
      // the name must not outlive a power cut that the content does not
      await file.sync();
    } finally {
      await file.close();
    }
    options.signal?.throwIfAborted();
    await (options.overwrite ? rename(temporary, path) : put(temporary, path));
    return size;
  } finally {
    await rm(temporary, { force: true });
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** One piece at a time: the next is asked for when this one is written. */
async function pour(
  { size }: Download,
  reader: Reader,
  file: FileHandle,
  path: string,
  { signal, onProgress }: SaveOptions,
): Promise<number> {
  let received = 0;
  const incomplete = (cause?: unknown): Error => new IncompleteDownloadError(path, received, size, cause);
  for (;;) {
    const { done, value } = await race(() => reader.read(), signal).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : incomplete(error);
    });
    received += value?.byteLength ?? 0;
    if (size !== undefined && (done ? received < size : received > size)) throw incomplete();
    if (done) return received;
    await file.writeFile(value);
    onProgress?.({ received, ...(size === undefined ? {} : { size }) });
  }
}

/** Gives the file its name, unless something has taken it meanwhile. */
async function put(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new FileExistsError(path);
    // no hard links here, as on a memory stick: claim the name, then fill it
    const claimed = await open(path, "wx").catch((reason: unknown) => {
      throw codeOf(reason) === "EEXIST" ? new FileExistsError(path) : reason;
    });
    await claimed.close();
    await rename(temporary, path).catch(async (reason: unknown) => {
      await rm(path);
      throw reason;
    });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
