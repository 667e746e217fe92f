import { fileURLToPath } from "node:url";
import { toolManifests } from "../tools.ts";
import { hashFiles, hashOf } from "./hash.ts";
import { moduleFiles } from "./module-files.ts";

/** A hash of everything that the outcome depends on beside the specifications: this build, its tools, its options. */
export function generatorHash(entry: string, options: Readonly<Record<string, string>>): string {
  const sources = moduleFiles(fileURLToPath(entry));
  return hashOf(JSON.stringify([hashFiles([...sources, ...toolManifests()]), options]));
}
