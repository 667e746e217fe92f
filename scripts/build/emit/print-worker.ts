// The thread of print-aside.ts.
import { parentPort } from "node:worker_threads";
import { keepCompiled } from "../../compile-cache.ts";
import type { Answer, Question } from "./print-aside.ts";

keepCompiled();
const { printTypes } = await import("./types-file.ts");

parentPort?.postMessage("ready");
parentPort?.on("message", (question: Question) => parentPort?.postMessage(answer(question)));

function answer([document, banner]: Question): Answer {
  try {
    return { text: printTypes(document, banner) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
