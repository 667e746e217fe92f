import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hashFiles, hashOf } from "./hash.ts";
import { moduleFiles } from "./module-files.ts";

/** Packages whose version shows in what is generated or in what is refused. */
const tools = ["@redocly/openapi-core", "openapi-typescript", "ts-morph", "typescript"];

/** A hash of everything that the outcome depends on beside the specifications: this build, its tools, its options. */
export function generatorHash(entry: string, options: Readonly<Record<string, string>>): string {
  const sources = moduleFiles(fileURLToPath(entry));
  const manifests = tools.map((tool) => manifestOf(tool, path.dirname(fileURLToPath(entry))));
  return hashOf(JSON.stringify([hashFiles([...sources, ...manifests]), options]));
}

/** Where `node_modules` has the package's manifest; only its path if it is not installed. */
function manifestOf(name: string, from: string): string {
  const manifest = path.join(from, "node_modules", name, "package.json");
  const parent = path.dirname(from);
  return fs.existsSync(manifest) || parent === from ? manifest : manifestOf(name, parent);
}
