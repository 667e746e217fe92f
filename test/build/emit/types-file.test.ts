import { describe, expect, test } from "vitest";
import { printTypes } from "../../../scripts/build/emit/types-file.ts";
import { typeErrors } from "../type-check.ts";

test("a property with a default may be left out, unless it is required", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "Printer", version: "1" },
    paths: {},
    components: {
      schemas: {
        Print: {
          type: "object",
          required: ["copies"],
          properties: {
            copies: { type: "integer", default: 1 },
            color: { type: "boolean", default: false },
          },
        },
      },
    },
  };
  const types = printTypes(JSON.stringify(document), "").replace(/\/\*\*.*?\*\/\s*/gs, "");
  expect(types).toContain("copies: number;");
  expect(types).toContain("color?: boolean;");
});

test("a schema is told by the value that a mapping has for it, wherever the mapping stands", () => {
  const animal = (name: string): object => ({ type: "object", properties: { [name]: { type: "string" } } });
  const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };
  const oneOf = Object.values(mapping).map(($ref) => ({ $ref }));
  const pet = { oneOf, discriminator: { propertyName: "kind", mapping } };
  const content = { "application/json": { schema: { type: "array", items: pet } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: { "/pets": { get: { responses: { 200: { description: "All.", content } } } } },
    components: { schemas: { Cat: animal("purr"), Dog: animal("bark"), Fish: animal("swim") } },
  };
  const types = printTypes(JSON.stringify(document), "").replace(/\/\*\*.*?\*\/\s*/gs, "");
  expect(types.match(/^ {4}\w+\??: (?:string|".*");$/gm)).toEqual([
    "    purr?: string;",
    '    kind: "cat";',
    "    bark?: string;",
    '    kind: "dog";',
    "    swim?: string;",
  ]);
});

describe("a discriminator", () => {
  const text = { type: "string" };
  const one = (value: string): object => ({ type: "string", enum: [value] });
  const refer = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const object = (properties: object): object => ({ type: "object", properties });
  const choice = {
    oneOf: [refer("Cat"), refer("Dog")],
    discriminator: {
      propertyName: "kind",
      mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
    },
  };
  const kinds = { Cat: object({ purr: text }), Dog: object({ bark: text }) };
  const typesOf = (schemas: object): Record<string, string> => {
    const document = {
      openapi: "3.1.0",
      info: { title: "Pets", version: "1" },
      paths: {},
      components: { schemas },
    };
    const types = printTypes(JSON.stringify(document), "");
    expect(typeErrors({ "types.ts": types })).toEqual([]);
    const plain = types.replace(/\/\*\*.*?\*\/\s*/gs, "");
    const found = plain
      .split(/\n(?=export )/)
      .flatMap((each) => [...each.matchAll(/^export type (\w+) = (.*);\s*$/gs)]);
    return Object.fromEntries(found.map(([, name = "", type = ""]) => [name, type.replace(/\s+/g, " ")]));
  };

  test("of a list that stands in an allOf tells the members of the list apart, and not who holds it", () => {
    const apart = { Cat: '{ purr?: string; kind: "cat"; }', Dog: '{ bark?: string; kind: "dog"; }' };
    expect(typesOf({ ...kinds, Adoption: { allOf: [choice, object({ by: text })] } })).toMatchObject({
      ...apart,
      Adoption: "(Cat | Dog) & { by?: string; }",
    });
    expect(
      typesOf({
        ...kinds,
        Pet: choice,
        Adoption: { ...object({ kind: text, by: text }), allOf: [refer("Pet")] },
      }),
    ).toMatchObject({ ...apart, Adoption: "{ kind?: string; by?: string; } & Pet" });
  });

  test.each([
    [
      "a value",
      { ...object({ kind: one("cat") }), allOf: [refer("Pet")] },
      '{ kind: "cat"; } & Omit<Pet, "kind">',
    ],
    [
      "a value beside its parent",
      { allOf: [refer("Pet"), object({ kind: one("cat"), purr: text })] },
      '{ kind: "cat"; } & (Omit<Pet, "kind"> & { purr?: string; })',
    ],
    [
      "any text",
      { ...object({ kind: text }), allOf: [refer("Pet")] },
      '{ kind: "Cat"; } & Omit<Pet, "kind">',
    ],
    [
      "several values, none of them its name",
      { ...object({ kind: { enum: ["tom", "queen"] } }), allOf: [refer("Pet")] },
      '{ kind?: "tom" | "queen"; } & Omit<Pet, "kind">',
    ],
  ])("is of the value that a child has itself, where that is %s", (_, Cat, type) => {
    const Pet = { ...object({ kind: text }), discriminator: { propertyName: "kind" } };
    expect(typesOf({ Pet, Cat })).toMatchObject({ Cat: type });
  });
});

test("a list of what it is a part of is looked into when somebody asks, and is a list like any other", () => {
  const listOf = (name: string): object => ({
    type: ["array", "null"],
    items: { $ref: `#/components/schemas/${name}` },
  });
  const schemas = {
    Tree: { oneOf: [{ type: "string" }, { type: "array", items: { $ref: "#/components/schemas/Tree" } }] },
    Chapter: { anyOf: [{ type: "number" }, { $ref: "#/components/schemas/Chapters" }] },
    Chapters: listOf("Chapter"),
    Page: {
      type: "object",
      properties: { pages: { type: "array", items: { $ref: "#/components/schemas/Page" } } },
    },
    Pages: { type: "array", items: { $ref: "#/components/schemas/Page" } },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Book", version: "1" },
    paths: {},
    components: { schemas },
  };
  const types = printTypes(JSON.stringify(document), "");
  expect(types.match(/^ {8}\w+: .*;$/gm)).toEqual([
    '        Tree: string | ListOf<"Tree">;',
    '        Chapter: number | components["schemas"]["Chapters"];',
    '        Chapters: ListOf<"Chapter"> | null;',
    "        Page: Page;",
    "        Pages: Page[];",
  ]);
  const reader = `
    import type { components } from "./types.ts";
    export const tree: components["schemas"]["Tree"] = ["a", ["b", []]];
    export const chapter: components["schemas"]["Chapter"] = [1, [2], null];
    // @ts-expect-error a tree has no numbers
    export const wrong: components["schemas"]["Tree"] = ["a", [7]];
    export const words: string[] = typeof tree === "string" ? [tree] : tree.map((part) => typeof part === "string" ? part : "…");
  `;
  expect(typeErrors({ "a/types.ts": types, "a/reader.ts": reader })).toEqual([]);
});

test("a schema that is an object, or one of several, has a type of its name, which editors show; a list of values is shown itself", () => {
  const object = (description?: string): object => ({
    description,
    type: "object",
    properties: { id: { type: "string" } },
  });
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const schemas = {
    Order: { type: "object", properties: { size: ref("Size"), "next-one": ref("simple-order") } },
    "simple-order": object("With no lines."),
    Size: { type: "string", enum: ["S", "L"] },
    Any: { oneOf: [ref("Order"), ref("simple-order")] },
    Sizes: { anyOf: [ref("Size"), { type: "number" }] },
    Orders: { type: "array", items: ref("Order") },
    Same: ref("Order"),
    // names that are taken, by another schema and by what the types are made with, and one that nothing can be made of
    SimpleOrder: object(),
    Record: object(),
    "«»": object(),
  };
  const info = { title: "Shop", version: "1" };
  const document = { openapi: "3.1.0", info, paths: {}, components: { schemas } };
  const types = printTypes(JSON.stringify(document), "");
  const [, components] = /(^export interface components [\s\S]*?)^export type \$defs/m.exec(types) ?? [];
  expect(components).toBe(`export interface components {
    schemas: {
        Order: Order;
        "simple-order": SimpleOrder;
        /** @enum {string} */
        Size: "S" | "L";
        Any: Any;
        Sizes: components["schemas"]["Size"] | number;
        Orders: Order[];
        Same: Order;
        SimpleOrder: {
            id?: string;
        };
        Record: {
            id?: string;
        };
        "\\u00AB\\u00BB": {
            id?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Order = {
    size?: components["schemas"]["Size"];
    "next-one"?: SimpleOrder;
};
/** @description With no lines. */
export type SimpleOrder = {
    id?: string;
};
export type Any = Order | SimpleOrder;
`);
});
