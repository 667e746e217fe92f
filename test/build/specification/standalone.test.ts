import type { Document } from "@redocly/openapi-core";
import {
  BaseResolver,
  bundleFromString,
  createConfig,
  makeDocumentFromString,
  resolveDocument,
} from "@redocly/openapi-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { syntheticDocument } from "../../../scripts/bench/generate/synthetic/document.ts";
import type { OwnReferences } from "../../../scripts/build/specification/own-references.ts";
import { standalone, typesOf } from "../../../scripts/build/specification/standalone.ts";
import { polledDocument } from "../shapes.ts";

const text = { type: "string" };
const a = { $ref: "#/components/schemas/A" };
const aliased = { A: { $ref: "#/components/schemas/B" } };

describe("a document is bundled", () => {
  test.each([
    ["when a reference leads into another file", { B: { $ref: "other.yaml#/A" } }],
    ["when a reference leads nowhere", { B: { items: { $ref: "#/components/schemas/C" } } }],
    [
      "when references lead in a circle",
      { B: { $ref: "#/components/schemas/C" }, C: { $ref: "#/components/schemas/B" } },
    ],
    [
      "when a value has another one in it",
      { B: { example: { $ref: "#/components/schemas/C" } }, C: { title: { $ref: "#/info/title" } } },
    ],
    ["when there is more to a value than its reference", { B: { "x-b": { b: { ...a, c: 1 } } } }],
    [
      "when there is more to a schema than that it is another one",
      { B: { ...a, title: "B" }, C: { items: { $ref: "#/components/schemas/B" } } },
    ],
    ["when a mapping leads to a reference", { B: mapped("#/components/schemas/C"), C: a }],
    [
      "when a mapping leads to a place that is no component",
      { B: mapped("#/components/schemas/C/items"), C: { items: text } },
    ],
    ["when a mapping leads into another file", { B: mapped("other.yaml") }],
    ["when an example lies elsewhere", { B: { externalValue: "example.json" } }],
    ["when a reference leads to an anchor", { B: { $anchor: "b" }, C: { $ref: "#b" } }],
  ])("%s", async (_, schemas) => {
    expect(await referencesOf(written({ ...schemas, A: text }))).toBeUndefined();
  });
});

describe("a document that stands alone", () => {
  test.each([
    [
      "has references and mappings to its own components",
      { B: mapped("#/components/schemas/A"), C: { properties: { c: a } } },
    ],
    [
      "may call a property like what is a value elsewhere",
      { B: { properties: { value: a, default: a, example: a } } },
    ],
    ["may have components that are others", { ...aliased, B: { $ref: "#/components/schemas/C" }, C: text }],
    [
      "may refer to places that are no components",
      { B: { properties: { b: text } }, C: { items: { $ref: "#/components/schemas/B/properties/b" } } },
    ],
    [
      "may refer to places that are behind other references",
      {
        B: { properties: { "b/%": aliased.A } },
        C: { items: { $ref: "#/components/schemas/D/properties/b~1%25" } },
        D: { $ref: "#/components/schemas/B" },
      },
    ],
    ["may have a reference for a whole extension", { B: { "x-b": a } }],
    ["may show references in its examples", { B: { default: a, example: { b: { $ref: "#/info" } } } }],
    ["may have a property that is called `$ref`", { B: { properties: { $ref: text } } }],
  ])("%s", async (_, schemas) => {
    await expectAlone(written({ A: text, ...schemas }));
  });

  test("may share examples, and use aliases of YAML", async () => {
    const paths = {
      "/a": {
        get: {
          responses: {
            200: {
              description: "",
              content: { "application/json": { examples: { a: { $ref: "#/components/examples/A" } } } },
            },
          },
        },
      },
    };
    await expectAlone(JSON.stringify({ ...head, paths, components: { examples: { A: { value: 1 } } } }));
    const yaml =
      "{ openapi: 3.1.0, info: &a { title: A, version: '1' }, x-info: *a, paths: {}, components: {} }";
    await expectAlone(yaml);
  });

  test("gets its components from bundling if it has none", async () => {
    await expectAlone(JSON.stringify({ ...head, paths: {} }));
  });

  test("may be large", async () => {
    await expectAlone(JSON.stringify(syntheticDocument(1)));
  });

  test("may have whatever a document has", async () => {
    const sources = fc.sample(polledDocument, { numRuns: 12, seed: 7 }).map((each) => JSON.stringify(each));
    const found = await Promise.all(sources.map(referencesOf));
    const alone = sources.filter((_, index) => found[index] !== undefined);
    expect(alone.length).toBeGreaterThan(5);
    await Promise.all(alone.map(expectAlone));
  });
});

const head = { openapi: "3.1.0", info: { title: "Alone", version: "1" } };

function written(schemas: object): string {
  return JSON.stringify({ ...head, paths: {}, components: { schemas } });
}

function mapped(target: string): object {
  return { oneOf: [a], discriminator: { propertyName: "kind", mapping: { a: target } } };
}

const config = createConfig({});

async function referencesOf(source: string): Promise<OwnReferences | undefined> {
  return standalone(read(source), await config)?.references;
}

/** Bundling makes the same of it, and Redocly finds that the references lead to the same. */
async function expectAlone(source: string): Promise<void> {
  const rootDocument = read(source);
  const rootType = typesOf(rootDocument, await config).Root;
  if (rootType === undefined) throw new Error("Redocly knows no type of a document.");
  const theirs = await resolveDocument({ rootDocument, rootType, externalRefResolver: new BaseResolver() });
  const ours = standalone(rootDocument, await config);
  expect(JSON.stringify(ours?.bundled)).toBe(await bundled(source));
  expect(new Map([...(ours?.references ?? [])].toSorted())).toEqual(new Map([...theirs].toSorted()));
}

function read(source: string): Document {
  return makeDocumentFromString(source, "/api.yaml");
}

async function bundled(source: string): Promise<string> {
  const { bundle } = await bundleFromString({ source, config: await config });
  return JSON.stringify(bundle.parsed);
}
