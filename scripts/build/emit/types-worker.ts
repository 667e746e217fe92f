// The thread of types-printer.ts.
import { parentPort } from "node:worker_threads";
import { printTypes } from "./types-file.ts";
import type { Answer, Question } from "./types-printer.ts";

parentPort?.on("message", ({ document, banner }: Question) =>
  parentPort?.postMessage(answer(document, banner)),
);
parentPort?.postMessage("ready");

function answer(document: string, banner: string): Answer {
  try {
    return { text: printTypes(document, banner) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
