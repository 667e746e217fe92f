import fs from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Part, Questions } from "./printers.ts";
import { loadPrinter } from "./printers.ts";

/** What a thread is asked, and what it answers, in the order of the questions. */
export type Question = Questions[Part];
export type Answer = { readonly text: string } | { readonly fault: string };

export interface Aside<P extends Part> {
  /** Rejects when the library cannot be loaded. */
  readonly ready: Promise<void>;
  print(...question: Questions[P]): Promise<string>;
}

/**
 * Prints each part in a thread of its own, which loads its library while the specification is being read. Without a
 * second core, or when the sources are run as TypeScript, which Node cannot load into a thread, all is done in this one.
 */
export function printAside(): { readonly [P in Part]: Aside<P> } {
  open ??= { types: openAside("types"), client: openAside("client") };
  return open;
}

let open: { readonly [P in Part]: Aside<P> } | undefined;
const thread = new URL("./print-worker.js", import.meta.url);

function openAside<P extends Part>(part: P): Aside<P> {
  const aside = fs.existsSync(thread) && availableParallelism() > 1 ? inThread(part) : inProcess(part);
  // whether anybody asks is not known yet
  aside.ready.catch(() => {});
  return aside;
}

function inThread<P extends Part>(part: P): Aside<P> {
  const worker = new Worker(thread, { workerData: part });
  const waiting: { resolve(text: string): void; reject(reason: Error): void }[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
  ready.then(idle, () => {});
  worker.on("error", (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return { ready, print };

  /** From now on it keeps the process alive only while an answer is awaited. */
  function idle(): void {
    // a listener that is added makes it count again
    worker.on("message", settle);
    worker.unref();
  }

  function settle(answer: Answer): void {
    const asked = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if ("text" in answer) asked?.resolve(answer.text);
    else asked?.reject(new Error(answer.fault));
  }

  async function print(...question: Questions[P]): Promise<string> {
    await ready;
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(question);
    });
  }
}

function inProcess<P extends Part>(part: P): Aside<P> {
  const loaded = loadPrinter(part);
  return {
    ready: loaded.then(() => {}),
    print: async (...question) => (await loaded)(...question),
  };
}
