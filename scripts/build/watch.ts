import fs from "node:fs";
import path from "node:path";
import type { GenerateOptions, Report } from "./index.ts";
import { generate } from "./index.ts";
import { areSame } from "./record/hash.ts";

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
    changes.follow(Object.keys(report.inputs));
    // what was edited since it was read, before anybody looked at it, has been seen by nobody
    if (areSame(report.inputs)) await changes.next();
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
  let watchers: fs.FSWatcher[] = [];
  let followed: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let hasChanged = false;
  let wake = (): void => {};
  const changed = (): void => {
    hasChanged = true;
    wake();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, settle);
  };
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const concerns = (place: string): boolean =>
    followed.some((file) => file === place || file.startsWith(place + path.sep));
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(timer);
      close();
      wake();
    },
    { once: true },
  );
  return {
    follow(files) {
      followed = files.filter((file) => path.isAbsolute(file));
      const folders = new Set(followed.map((file) => nearestFolder(path.dirname(file))));
      // under a name that is known, there may be another folder by now
      close();
      for (const folder of signal.aborted ? [] : folders) {
        try {
          const watcher = fs.watch(folder, (_, name) => {
            if (name === null || name === path.basename(folder) || concerns(path.join(folder, name))) soon();
          });
          // a folder that goes away is no reason to end
          watcher.on("error", () => watcher.close());
          watchers.push(watcher);
        } catch {
          // it went away just now
          soon();
        }
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

/** The folder, or the one in which it, or a folder on the way to it, would appear. */
function nearestFolder(folder: string): string {
  const parent = path.dirname(folder);
  return fs.existsSync(folder) || parent === folder ? folder : nearestFolder(parent);
}
