import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Download } from "../../src/index.ts";
import { FileExistsError, IncompleteDownloadError, save } from "../../src/node.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "save-"));
});
afterEach(async () => {
  vi.doUnmock("node:fs/promises");
  await rm(folder, { recursive: true });
});

/** A download that gives these pieces, and then ends, breaks or hangs. Notes why it was called off. */
function given(
  pieces: readonly string[],
  facts: Partial<Download> = {},
  end: "ends" | "breaks" | "hangs" = "ends",
) {
  const left = [...pieces];
  const canceled: unknown[] = [];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = left.shift();
        if (piece !== undefined) return controller.enqueue(new TextEncoder().encode(piece));
        if (end === "ends") return controller.close();
        if (end === "breaks") return controller.error(new TypeError("terminated"));
        return new Promise(() => {});
      },
      cancel(reason) {
        canceled.push(reason);
        // as a connection does that cannot even be closed
        return new Promise(() => {});
      },
    },
    { highWaterMark: 0 },
  );
  const download: Download = { type: "text/plain", body, ...facts };
  return { download, canceled, left };
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const content = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

test("a download is saved in a folder under the service's name, and counted on the way", async () => {
  const counted: unknown[] = [];
  const { download } = given(["hel", "lo"], { name: "plan.txt", size: 5 });
  const saved = await save(download, folder, { onProgress: (progress) => counted.push(progress) });
  expect(saved).toEqual({ path: join(folder, "plan.txt"), size: 5 });
  expect(counted).toEqual([
    { received: 3, size: 5 },
    { received: 5, size: 5 },
  ]);
  expect([await readdir(folder), await content("plan.txt")]).toEqual([["plan.txt"], "hello"]);
});

test("a download is saved as a file of the caller's choice", async () => {
  const { download } = given(["hello"], { name: "plan.txt" });
  expect(await save(download, join(folder, "mine.txt"))).toEqual({ path: join(folder, "mine.txt"), size: 5 });
  expect(await readdir(folder)).toEqual(["mine.txt"]);
});

test("a service's name does not lead out of the folder", async () => {
  const { download } = given(["hello"], { name: "../../.profile" });
  expect((await save(download, folder)).path).toBe(join(folder, "__.._.profile"));
});

test("a download that has been saved cannot be saved again", async () => {
  const { download } = given(["one"]);
  await save(download, join(folder, "a.txt"));
  await expect(save(download, join(folder, "b.txt"))).rejects.toThrow(
    new TypeError("This download has been read already. Make its call again."),
  );
  expect(await readdir(folder)).toEqual(["a.txt"]);
});

test("a file without a name is called download, and an empty one is a file", async () => {
  const { download } = given([], { size: 0 });
  expect(await save(download, folder)).toEqual({ path: join(folder, "download"), size: 0 });
  expect(await content("download")).toBe("");
});

test("what is there already is left alone, and the download called off before a byte is read", async () => {
  await writeFile(join(folder, "plan.txt"), "mine");
  const { download, canceled, left } = given(["hello"], { name: "plan.txt" });
  const error = await failure(save(download, folder));
  expect(error).toBeInstanceOf(FileExistsError);
  expect(error).toMatchObject({ code: "EEXIST", path: join(folder, "plan.txt") });
  expect(String(error)).toBe(
    `FileExistsError: ${join(folder, "plan.txt")} is there already. Save under another name, or pass overwrite: true to replace it.`,
  );
  expect([canceled, left]).toEqual([[error], ["hello"]]);
  expect([await readdir(folder), await content("plan.txt")]).toEqual([["plan.txt"], "mine"]);
});

test("with overwrite, a file is replaced once the new one is whole", async () => {
  await writeFile(join(folder, "plan.txt"), "mine");
  const seen: string[] = [];
  const { download } = given(["hel", "lo"], { name: "plan.txt" });
  await save(download, folder, {
    overwrite: true,
    onProgress: () => seen.push(readFileSync(join(folder, "plan.txt"), "utf8")),
  });
  expect([seen, await readdir(folder), await content("plan.txt")]).toEqual([
    ["mine", "mine"],
    ["plan.txt"],
    "hello",
  ]);
});

test("with overwrite, a link is replaced and what it leads to is left alone", async () => {
  await writeFile(join(folder, "secret.txt"), "mine");
  await symlink(join(folder, "secret.txt"), join(folder, "plan.txt"));
  const { download } = given(["hello"], { name: "plan.txt" });
  await save(download, folder, { overwrite: true });
  expect([await content("plan.txt"), await content("secret.txt")]).toEqual(["hello", "mine"]);
});

test("a file that appears during the download is left alone, too", async () => {
  const { download } = given(["hello"], { name: "plan.txt" });
  const onProgress = (): void => writeFileSync(join(folder, "plan.txt"), "mine");
  const error = await failure(save(download, folder, { onProgress }));
  expect(error).toBeInstanceOf(FileExistsError);
  expect([await readdir(folder), await content("plan.txt")]).toEqual([["plan.txt"], "mine"]);
});

test.each([
  ["fewer", ["hel"], 5, "the download ended after 3 of 5 bytes"],
  ["more", ["hello", "!"], 5, "the download ended after 6 of 5 bytes"],
])("%s bytes than announced are no file", async (_, pieces, size, why) => {
  const { download } = given(pieces, { name: "plan.txt", size });
  const error = await failure(save(download, folder));
  expect(error).toBeInstanceOf(IncompleteDownloadError);
  expect(String(error)).toBe(
    `IncompleteDownloadError: ${join(folder, "plan.txt")} was not saved: ${why}. Download the file anew.`,
  );
  expect(await readdir(folder)).toEqual([]);
});

test("a connection that breaks leaves no file, and says how far it got", async () => {
  const { download } = given(["hel"], { name: "plan.txt" }, "breaks");
  const error = await failure(save(download, folder));
  expect(error).toBeInstanceOf(IncompleteDownloadError);
  expect(error).toMatchObject({ received: 3, size: undefined, cause: new TypeError("terminated") });
  expect(await readdir(folder)).toEqual([]);
});

test("an abort ends a download that hangs at once, and leaves no file and no listener", async () => {
  const { download, canceled } = given(["hel"], { name: "plan.txt" }, "hangs");
  const { signal, ...controller } = aborting();
  const error = await failure(
    save(download, folder, { signal, onProgress: () => controller.later("enough") }),
  );
  expect([error, canceled]).toEqual(["enough", ["enough"]]);
  expect([await readdir(folder), controller.listeners()]).toEqual([[], 0]);
});

test("an abort after the last byte leaves no file", async () => {
  const { download } = given(["hello"], { name: "plan.txt", size: 5 });
  const controller = new AbortController();
  const error = await failure(
    save(download, folder, { signal: controller.signal, onProgress: () => controller.abort("enough") }),
  );
  expect([error, await readdir(folder)]).toEqual(["enough", []]);
});

test("with a signal that has aborted already, nothing is read", async () => {
  const { download, canceled, left } = given(["hello"], { name: "plan.txt" });
  const error = await failure(save(download, folder, { signal: AbortSignal.abort("enough") }));
  expect([error, canceled, left, await readdir(folder)]).toEqual(["enough", ["enough"], ["hello"], []]);
});

test("what onProgress throws ends the download", async () => {
  const { download, canceled } = given(["hel", "lo"], { name: "plan.txt" });
  const full = new Error("no more");
  const onProgress = (): never => {
    throw full;
  };
  expect(await failure(save(download, folder, { onProgress }))).toBe(full);
  expect([canceled, await readdir(folder)]).toEqual([[full], []]);
});

test("a folder that does not exist is named, and not made", async () => {
  for (const to of [join(folder, "a/b/plan.txt"), `${join(folder, "a/b")}/`]) {
    const { download } = given(["hello"], { name: "plan.txt" });
    const error = await failure(save(download, to));
    expect(String(error)).toBe(
      `Error: There is no folder ${join(folder, "a/b")} to save a file in. Create it first.`,
    );
  }
  expect(await readdir(folder)).toEqual([]);
});

test("a folder of the file's own name is not replaced, with overwrite neither", async () => {
  await mkdir(join(folder, "plan.txt"));
  for (const overwrite of [false, true]) {
    const { download } = given(["hello"], { name: "plan.txt" });
    expect(await failure(save(download, folder, { overwrite }))).toBeInstanceOf(Error);
  }
  expect(await readdir(folder)).toEqual(["plan.txt"]);
});

test("no piece is asked for before the one before it is on disk", async () => {
  const piece = new Uint8Array(65_536);
  let [produced, written, ahead, count] = [0, 0, 0, 256];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        ahead = Math.max(ahead, produced - written);
        if (count-- === 0) return controller.close();
        produced += piece.byteLength;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  const onProgress = ({ received }: { readonly received: number }): void => {
    written = received;
  };
  const { size } = await save({ type: "", body, name: "big" }, folder, { onProgress });
  expect([size, produced, ahead]).toEqual([16_777_216, 16_777_216, 0]);
});

test("where there are no hard links, a name is claimed before the file takes it", async () => {
  const { save: saveThere } = await withoutLinks();
  const first = given(["hello"], { name: "plan.txt" });
  expect((await saveThere(first.download, folder)).size).toBe(5);
  const onProgress = (): void => writeFileSync(join(folder, "other.txt"), "mine");
  const second = given(["hello"], { name: "other.txt" });
  expect(await failure(saveThere(second.download, folder, { onProgress }))).toMatchObject({ code: "EEXIST" });
  expect([await readdir(folder), await content("plan.txt"), await content("other.txt")]).toEqual([
    ["other.txt", "plan.txt"],
    "hello",
    "mine",
  ]);
});

test("a name that was claimed in vain is given back", async () => {
  const { save: saveThere } = await withoutLinks({ rename: () => Promise.reject(new Error("no space")) });
  const { download } = given(["hello"], { name: "plan.txt" });
  expect(await failure(saveThere(download, folder))).toEqual(new Error("no space"));
  expect(await readdir(folder)).toEqual([]);
});

/** `save` on a file system such as a memory stick's. */
async function withoutLinks(more: object = {}): Promise<{ readonly save: typeof save }> {
  vi.resetModules();
  vi.doMock("node:fs/promises", async (original) => ({
    ...(await original<object>()),
    link: () => Promise.reject(Object.assign(new Error("not permitted"), { code: "EPERM" })),
    ...more,
  }));
  return import("../../src/node/save.ts");
}

/** A signal that counts its listeners, and aborts once the present piece is dealt with. */
function aborting() {
  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...words: Parameters<typeof addEventListener>) => {
    listeners++;
    addEventListener.apply(signal, words);
  };
  signal.removeEventListener = (...words: Parameters<typeof removeEventListener>) => {
    listeners--;
    removeEventListener.apply(signal, words);
  };
  return {
    signal,
    later: (reason: unknown) => setImmediate(() => controller.abort(reason)),
    listeners: () => listeners,
  };
}
