import { bundleFromString, createConfig } from "@redocly/openapi-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { syntheticDocument } from "../../../scripts/bench/generate/synthetic/document.ts";
import { standsAlone } from "../../../scripts/build/specification/standalone.ts";
import { polledDocument } from "../shapes.ts";

const text = { type: "string" };
const a = { $ref: "#/components/schemas/A" };

describe("a document is bundled", () => {
  test.each([
    ["when a reference leads into another file", { B: { $ref: "other.yaml#/A" } }],
    ["when a reference leads to a place that is no component", { B: { items: { $ref: "#/info" } } }],
    ["when a reference leads nowhere", { B: { items: { $ref: "#/components/schemas/C" } } }],
    ["when a reference stands for a value", { B: { properties: { b: { default: a } } } }],
    ["when a reference stands for a value under a name like that of a map", { headers: { default: a } }],
    ["when a mapping leads to a reference", { B: mapped("#/components/schemas/C"), C: a }],
    ["when a mapping leads into another file", { B: mapped("other.yaml") }],
    ["when an example lies elsewhere", { B: { externalValue: "example.json" } }],
    ["when an anchor may be a target", { B: { $anchor: "b" } }],
  ])("%s", (_, schemas) => {
    expect(isAlone({ components: { schemas: { A: text, ...schemas } } })).toBe(false);
  });

  test("when it has no components, which bundling adds", () => {
    expect(isAlone({ openapi: "3.1.0", paths: {} })).toBe(false);
  });

  test("when there is more to an answer than that it is another one", () => {
    const responses = {
      A: { $ref: "#/components/responses/B", description: "More." },
      B: { description: "B" },
    };
    const paths = { "/a": { get: { responses: { 200: { $ref: "#/components/responses/A" } } } } };
    expect(isAlone({ paths, components: { responses } })).toBe(false);
  });

  test("when an alias of YAML puts one thing in two places", () => {
    expect(standsAlone(parse("{ a: &a { b: c }, d: *a, components: {} }"))).toBe(false);
  });
});

describe("a document that stands alone", () => {
  test("has references and mappings to its own components only", () => {
    const schemas = { A: text, B: mapped("#/components/schemas/A"), C: { properties: { c: a } } };
    expect(isAlone({ components: { schemas } })).toBe(true);
  });

  test("is as bundling would leave it, also a large one", async () => {
    const document = syntheticDocument(1);
    expect(isAlone(document)).toBe(true);
    expect(await bundled(document)).toBe(JSON.stringify(document));
  });

  test("is as bundling would leave it, whatever is in it", async () => {
    const written = fc.sample(polledDocument, { numRuns: 12, seed: 7 }).map((each) => JSON.stringify(each));
    const alone = written.filter((each) => standsAlone(JSON.parse(each)));
    expect(alone.length).toBeGreaterThan(5);
    expect(await Promise.all(alone.map((each) => bundled(JSON.parse(each))))).toEqual(alone);
  });
});

/** Written down, because what is built here has parts in several places, which only an alias of YAML can do. */
function isAlone(document: unknown): boolean {
  return standsAlone(JSON.parse(JSON.stringify(document)));
}

function mapped(target: string): object {
  return { oneOf: [a], discriminator: { propertyName: "kind", mapping: { a: target } } };
}

const config = createConfig({});

async function bundled(document: unknown): Promise<string> {
  const { bundle } = await bundleFromString({ source: JSON.stringify(document), config: await config });
  return JSON.stringify(bundle.parsed);
}
