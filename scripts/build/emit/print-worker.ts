// The thread of print-aside.ts.
import { parentPort } from "node:worker_threads";
import { keepCompiled } from "../../compile-cache.ts";
import type { Answer } from "./print-aside.ts";
import type { Question } from "./printers.ts";
import { loadPrinters } from "./printers.ts";

keepCompiled();
const print = await loadPrinters();

parentPort?.postMessage("ready");
parentPort?.on("message", (question: Question) => parentPort?.postMessage(answer(question)));

function answer(question: Question): Answer {
  try {
    return { text: print(...question) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
