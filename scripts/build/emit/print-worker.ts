// A thread of print-aside.ts.
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Question } from "./print-aside.ts";
import type { Part } from "./printers.ts";
import { loadPrinter } from "./printers.ts";

// what opens the thread says which part
const print = await loadPrinter(workerData as Part);

parentPort?.on("message", (question: Question) => parentPort?.postMessage(answer(question)));
parentPort?.postMessage("ready");

function answer(question: Question): Answer {
  try {
    return { text: print(...question) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
