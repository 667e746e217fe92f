import { getLineColLocation, parseYaml, Source } from "@redocly/openapi-core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { yamlSyntax } from "../../../scripts/build/specification/yaml-syntax.ts";
import { printPointer } from "../../../scripts/vocabulary/pointer.ts";
import { anyYaml } from "./any-yaml.ts";

/** Remembers what the parser is given. */
class WatchedSource extends Source {
  readonly parsed: string[] = [];

  override getAst(parse: Parameters<Source["getAst"]>[0]): ReturnType<Source["getAst"]> {
    return super.getAst((text, options) =>
      yamlSyntax(text, (part) => {
        this.parsed.push(part);
        return parse(part, options);
      }),
    );
  }
}

test("a YAML text has everything where the parser of Redocly finds it", () => {
  fc.assert(
    fc.property(anyYaml.filter(isSound), (text) => {
      const [ours, theirs] = [new WatchedSource("/api.yaml", text), new Source("/api.yaml", text)];
      for (const pointer of pointers(parseYaml(text))) {
        for (const reportOnKey of [true, false]) {
          const [our, their] = [ours, theirs].map((source) => {
            const { start, end } = getLineColLocation({ source, pointer, reportOnKey });
            return { pointer, start, end };
          });
          expect(our).toEqual(their);
        }
      }
    }),
    { seed: 5, numRuns: 150 },
  );
});

test("to find a place in a YAML text, only what is on its last step is parsed", () => {
  const source = new WatchedSource(
    "/api.yaml",
    `openapi: 3.1.0
paths:
  /jobs:
    post:
      summary: Starts a job
      tags: [jobs]
    get: {}
  /others: {}
`,
  );
  const { start, end } = getLineColLocation({ source, pointer: "#/paths/~1jobs/post/tags/0" });
  expect({ start, end, parsed: source.parsed }).toEqual({
    start: { line: 6, col: 14 },
    end: { line: 6, col: 18 },
    parsed: ["    _: []\n    _:\n      tags: [jobs]\n    _:\n"],
  });
});

/** Both parsers have to understand it: the one that reads it, and the one that Redocly places with, which is older. */
function isSound(text: string): boolean {
  try {
    parseYaml(text);
    const source = new Source("/api.yaml", text);
    getLineColLocation({ source, pointer: "#/" });
    return source.getAst(never).errors.length === 0;
  } catch {
    return false;
  }
}

function never(): never {
  throw new Error("The syntax was known already.");
}

/** Those that lead to something, and one step too far. */
function pointers(value: unknown, way: readonly string[] = []): readonly string[] {
  const here = `#${printPointer(way) || "/"}`;
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [here, `${here}/none`, ...members.flatMap(([key, each]) => pointers(each, [...way, key]))];
}
