import path from "node:path";
import { fileURLToPath } from "node:url";
import type { GenerateOptions } from "./build/index.ts";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** How this repository builds its own clients. */
export const project: GenerateOptions = {
  configuration: path.join(root, "redocly.yaml"),
  output: path.join(root, "generated"),
  runtime: "../../src/runtime/index.ts",
  record: path.join(root, "node_modules/.cache/openapi-jobs/build.json"),
};
