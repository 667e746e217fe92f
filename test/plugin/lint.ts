import { basename } from "node:path";
import type { NormalizedProblem } from "@redocly/openapi-core";
import { BaseResolver, createConfig, getLineColLocation, lint, Source } from "@redocly/openapi-core";
import jobs from "../../scripts/plugin/index.ts";
import { codeOf } from "../../scripts/vocabulary/problem-codes.ts";

/**
 * Lints a description with the plugin's recommended rules and gives each problem as one line, as an editor shows it.
 * The first file is the one to lint; it may refer to the others. Most descriptions here show a polled operation alone, so
 * what starts a job is not asked for. Nothing is read from or written to a disk.
 */
export async function problemsOf(
  files: Record<string, string> | string,
  rules: Readonly<Record<string, "off" | "warn" | "error">> = { "jobs/starter": "off" },
): Promise<readonly string[]> {
  const all = typeof files === "string" ? { "api.yaml": files } : files;
  const config = await createConfig({ plugins: [jobs()], extends: ["jobs/recommended"], rules });
  const ref = Object.keys(all)[0] ?? "";
  const problems = await lint({ ref: `/${ref}`, config, externalRefResolver: new FilesInMemory(all) });
  return problems.map(line);
}

function line(problem: NormalizedProblem): string {
  const [location] = problem.location;
  if (location === undefined) throw new Error(`Redocly reported "${problem.message}" nowhere.`);
  if (problem.ruleId.startsWith("jobs/") && codeOf(problem.reference) === undefined)
    throw new Error(`"${problem.message}" has no code.`);
  const { start, source } = getLineColLocation(location);
  const suggestion = problem.suggest.length > 0 ? ` -> ${problem.suggest.join(" | ")}` : "";
  const { line, col } = start;
  return `${basename(source.absoluteRef)}:${line}:${col} ${problem.ruleId} ${problem.message}${suggestion}`;
}

/** Serves the files by their names, as if they stood at the root of a disk. */
export class FilesInMemory extends BaseResolver {
  readonly #files: Record<string, string>;

  constructor(files: Record<string, string>) {
    super();
    this.#files = files;
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const body = this.#files[absoluteRef.slice(1)];
    if (body === undefined) throw new Error(`There is no file ${absoluteRef}.`);
    return new Source(absoluteRef, body);
  }
}
