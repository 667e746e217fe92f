import fs from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** A mended document in JSON, and what the file of its types begins with. */
export type Question = readonly [document: string, banner: string];

/** What the thread answers, in the order of the questions. */
export type Answer = { readonly text: string } | { readonly fault: string };

export interface Aside {
  /** Rejects when a library cannot be loaded. */
  readonly ready: Promise<void>;
  /** The types of a document. */
  print(...question: Question): Promise<string>;
}

/**
 * Prints types in a thread of its own, which loads the compiler while the specification is being read. Without a second core,
 * or when the sources are run as TypeScript, which Node cannot load into a thread, all is done in this one.
 */
export function printAside(): Aside {
  open ??= openAside();
  return open;
}

let open: Aside | undefined;
const thread = new URL("./print-worker.js", import.meta.url);

function openAside(): Aside {
  const aside = fs.existsSync(thread) && availableParallelism() > 1 ? inThread() : inProcess();
  // whether anybody asks is not known yet
  aside.ready.catch(() => {});
  return aside;
}

function inThread(): Aside {
  const worker = new Worker(thread);
  const waiting: { resolve(text: string): void; reject(reason: Error): void }[] = [];
  let isReady = false;
  const ready = new Promise<void>((resolve, reject) => {
    worker.on("error", (error) => {
      reject(error);
      for (const { reject: refuse } of waiting.splice(0)) refuse(error);
    });
    worker.on("message", (answer: Answer | "ready") => {
      if (answer === "ready") {
        isReady = true;
        resolve();
      } else settle(answer);
      if (waiting.length === 0) worker.unref();
    });
  });
  return { ready, print };

  function settle(answer: Answer): void {
    const asked = waiting.shift();
    if ("text" in answer) asked?.resolve(answer.text);
    else asked?.reject(new Error(answer.fault));
  }

  /** What is asked before the thread is ready waits there. It keeps the process alive only while somebody waits. */
  function print(...question: Question): Promise<string> {
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      if (isReady) worker.ref();
      worker.postMessage(question);
    });
  }
}

function inProcess(): Aside {
  const loaded = import("./types-file.ts");
  return {
    ready: loaded.then(() => {}),
    print: async (...question) => (await loaded).printTypes(...question),
  };
}
