import type { BaseResolver, Document as Loaded } from "@redocly/openapi-core";
import { bundle, createConfig, getLineColLocation } from "@redocly/openapi-core";
import type { Problem } from "../../build/problem.ts";
import { LocalResolver } from "../../build/specification/local-resolver.ts";
import { locator } from "../../build/specification/locate.ts";
import { isMinified } from "../../build/specification/minified.ts";
import { fromThrown, problemIn } from "../../build/specification/problems.ts";
import { refusal } from "../../build/specification/version.ts";
import { readDialects } from "../../plugin/dialects/read.ts";
import { openBundle } from "./bundle.ts";

/** A document as a suggestion needs it: bundled, with whatever faults it has. */
export interface Bundled {
  readonly parsed: unknown;
  /** The place that a way through the bundle leads to. */
  readonly lineOf: (way: readonly string[]) => Promise<Line>;
}

/** A line of a file; with a pointer, where all that is of interest stands on one. */
export interface Line {
  readonly file: string;
  readonly line: number;
  readonly pointer?: string;
}

/** Reads a document and bundles it, overlays and dialects included. What is wrong in it is left to `lint`. */
export async function loadBundle(
  file: string,
  overlays: readonly string[],
): Promise<Bundled | { readonly problem: Problem }> {
  if (/^https?:/i.test(file)) return { problem: problemIn(file, "cannot-be-read", fromAfar) };
  const resolver = new LocalResolver();
  try {
    const root = await resolver.resolveDocument(null, file, true);
    if (root instanceof Error) throw root;
    const problem = refusal(root);
    if (problem) return { problem };
    const config = await createConfig({});
    const { bundle: bundled } = await bundle({
      doc: root,
      config,
      externalRefResolver: resolver,
      overlays: [...overlays],
    });
    readDialects(openBundle(bundled.parsed), () => undefined);
    return { parsed: bundled.parsed, lineOf: linesIn(root, resolver) };
  } catch (error) {
    return { problem: fromThrown(error, file) };
  }
}

const fromAfar = "It is not fetched: suggest reads files only. Download it and name the file.";

function linesIn(root: Loaded, resolver: BaseResolver): Bundled["lineOf"] {
  const locate = locator(root, resolver);
  return async (way) => {
    const { source, pointer } = await locate(way);
    const { start } = getLineColLocation({ source, pointer, reportOnKey: true });
    const line = { file: source.absoluteRef, line: start.line };
    return isMinified(source, start.line) ? { ...line, pointer } : line;
  };
}
