import fs from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** What the thread is asked, and what it answers, in the order of the questions. */
export interface Question {
  readonly document: string;
  readonly banner: string;
}
export type Answer = { readonly text: string } | { readonly fault: string };

export interface TypesPrinter {
  /** Rejects when the compiler cannot be loaded. */
  readonly ready: Promise<void>;
  /** The types of a bundled document in JSON. */
  print(document: string, banner: string): Promise<string>;
}

/**
 * Prints types in a thread of its own, which loads its compiler while the specification is being read and prints while
 * the client is. Without a second core, or when the sources are run as TypeScript, which Node cannot load into a thread,
 * it is done in this one.
 */
export function typesPrinter(): TypesPrinter {
  printer ??= fs.existsSync(thread) && availableParallelism() > 1 ? inThread() : inProcess();
  return printer;
}

let printer: TypesPrinter | undefined;
const thread = new URL("./types-worker.js", import.meta.url);

function inThread(): TypesPrinter {
  const worker = new Worker(thread);
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
    worker.unref();
    worker.on("message", settle);
  }

  function settle(answer: Answer): void {
    const asked = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if ("text" in answer) asked?.resolve(answer.text);
    else asked?.reject(new Error(answer.fault));
  }

  async function print(document: string, banner: string): Promise<string> {
    await ready;
    const question: Question = { document, banner };
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.ref();
      worker.postMessage(question);
    });
  }
}

function inProcess(): TypesPrinter {
  const loaded = import("./types-file.ts");
  const ready = loaded.then(() => {});
  ready.catch(() => {});
  return { ready, print: async (document, banner) => (await loaded).printTypes(document, banner) };
}
