import fs from "node:fs";
import path from "node:path";
import type { GenerateOptions, Report } from "./index.ts";
import { generate } from "./index.ts";

/**
 * Builds, and builds again whenever a file changes that the last build depended on, until the signal aborts.
 * Problems in specifications do not end it.
 */
export async function watch(
  options: GenerateOptions,
  onReport: (report: Report) => void,
  signal: AbortSignal,
): Promise<void> {
  const changes = watchFiles(signal);
  while (!signal.aborted) {
    const report = await generate(options);
    if (signal.aborted) break;
    onReport(report);
    changes.follow(report.inputs);
    await changes.next();
  }
}

/** Editors save in several steps, so a change counts when this many milliseconds have passed without another. */
const settle = 50;

interface Changes {
  /** From now on, these files are looked at. */
  follow(files: readonly string[]): void;
  /** Resolves after the next change, or at once if there was one since the last call; also when the signal aborts. */
  next(): Promise<void>;
}

/** Watches folders and not files, because many editors replace a file instead of writing into it. */
function watchFiles(signal: AbortSignal): Changes {
  const watchers = new Map<string, fs.FSWatcher>();
  let followed: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  let hasChanged = false;
  let wake = (): void => {};
  const changed = (): void => {
    hasChanged = true;
    wake();
  };
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      wake();
    },
    { once: true },
  );
  return {
    follow(files) {
      followed = new Set(files.filter((file) => path.isAbsolute(file)));
      const folders = new Set(
        [...followed].map((file) => path.dirname(file)).filter((folder) => fs.existsSync(folder)),
      );
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue;
        watcher.close();
        watchers.delete(folder);
      }
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        const watcher = fs.watch(folder, (_, name) => {
          if (name === null || !followed.has(path.join(folder, name))) return;
          clearTimeout(timer);
          timer = setTimeout(changed, settle);
        });
        // a folder that goes away is no reason to end
        watcher.on("error", () => watcher.close());
        watchers.set(folder, watcher);
      }
    },
    async next() {
      if (!hasChanged && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      hasChanged = false;
    },
  };
}
