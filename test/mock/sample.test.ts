import { describe, expect, test } from "vitest";
import { createMock } from "../../scripts/mock/index.ts";

/** What the mock answers where this schema is asked for. */
async function answer(schema: object, more: object = {}): Promise<unknown> {
  const content = { "application/json": { schema } };
  const mock = createMock({
    openapi: "3.1.0",
    paths: { "/thing": { get: { responses: { "200": { content } } } } },
    components: {
      schemas: {
        Cat: { type: "object", properties: { kind: { type: "string" }, purrs: { type: "boolean" } } },
        Dog: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
        Tree: {
          type: "object",
          properties: { branches: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
        },
        Endless: {
          type: "object",
          required: ["next"],
          properties: { next: { $ref: "#/components/schemas/Endless" } },
        },
        Short: { type: "string", maxLength: 10 },
      },
    },
    ...more,
  });
  const response = await mock.fetch("https://any.test/thing");
  return response.status === 200 ? response.json() : `${response.status} ${await response.text()}`;
}

const cat = { $ref: "#/components/schemas/Cat" };
const dog = { $ref: "#/components/schemas/Dog" };

describe("a value fits", () => {
  test.each<[what: string, schema: object, value: unknown]>([
    ["one branch of a oneOf, not two", { oneOf: [cat, dog] }, { purrs: true }],
    [
      "the branch that its discriminator names",
      { oneOf: [cat, dog], discriminator: { propertyName: "kind", mapping: { feline: cat.$ref } } },
      { kind: "feline", purrs: true },
    ],
    [
      "one date or the other",
      {
        oneOf: [
          { type: "string", format: "date" },
          { type: "string", format: "date-time" },
        ],
      },
      "2026-01-02",
    ],
    ["bounds that stand apart", { allOf: [{ type: "integer", minimum: 100 }, { maximum: 100 }] }, 100],
    ["a format that nobody knows", { type: "string", format: "valueOf" }, "text"],
    ["another one", { type: "string", format: "__defineGetter__" }, "text"],
    [
      "an address that had to be cut short",
      { type: "string", format: "email", maxLength: 16 },
      "b+c@example.test",
    ],
    ["what stands beside a reference", { $ref: "#/components/schemas/Short", minLength: 8 }, "xxxxtext"],
    [
      "a property that two parts describe",
      {
        allOf: [
          { properties: { size: { type: "integer" } }, required: ["size"] },
          { properties: { size: { minimum: 50 } } },
        ],
      },
      { size: 50 },
    ],
    [
      "a closed object",
      {
        type: "object",
        required: ["id"],
        additionalProperties: false,
        properties: { id: {} },
        maxProperties: 1,
      },
      { id: "anything" },
    ],
    [
      "how many properties there have to be",
      { type: "object", minProperties: 2, additionalProperties: { type: "integer" } },
      { key: 7, key2: 7 },
    ],
    [
      "what names have to look like",
      { additionalProperties: { type: "boolean" }, propertyNames: { pattern: "^[A-Z]{3}$" } },
      { AAA: true },
    ],
    [
      "that no item is there twice",
      { type: "array", minItems: 3, uniqueItems: true, items: { type: "string", format: "date" } },
      ["2026-01-02", "2026-01-03", "2026-01-04"],
    ],
    [
      "each place of a tuple",
      { type: "array", prefixItems: [{ type: "integer" }, { type: "boolean" }], items: false },
      [7, true],
    ],
    [
      "what a list has to contain",
      { type: "array", items: { type: "integer" }, contains: { minimum: 90 } },
      [90],
    ],
    ["what may not be", { type: "string", enum: ["a", "b"], not: { const: "a" } }, "b"],
    [
      "a condition",
      {
        type: "object",
        required: ["n"],
        properties: { n: { enum: [1] } },
        if: { required: ["n"] },
        // biome-ignore lint/suspicious/noThenProperty: that is what JSON Schema calls it
        then: { required: ["m"] },
      },
      { n: 1, m: "anything" },
    ],
    [
      "multiples of a fraction",
      { type: "number", multipleOf: 0.01, exclusiveMinimum: 0, maximum: 0.05 },
      0.01,
    ],
    [
      "a tree, which comes to an end",
      { $ref: "#/components/schemas/Tree" },
      { branches: [{ branches: [] }] },
    ],
    [
      "all of an `allOf`, where `additionalProperties: false` stands beside it",
      { type: "object", additionalProperties: false, allOf: [cat] },
      { kind: "text", purrs: true },
    ],
    [
      "all of an `allOf` that is closed as a whole and in each of its parts",
      {
        additionalProperties: false,
        allOf: [
          { type: "object", required: ["id"], properties: { id: {} }, additionalProperties: false },
          { type: "object", required: ["model"], properties: { model: {} }, additionalProperties: false },
        ],
      },
      { id: "anything", model: "anything" },
    ],
    [
      "what is `writeOnly`, by leaving it out",
      {
        allOf: [
          { properties: { password: { type: "string", writeOnly: true } } },
          { required: ["password"] },
        ],
      },
      {},
    ],
  ])("%s", async (_, schema, value) => {
    expect(await answer(schema)).toEqual(value);
  });

  test("bounds as OpenAPI 3.0 has them", async () => {
    const schema = {
      type: "integer",
      minimum: 3,
      exclusiveMinimum: true,
      maximum: 5,
      exclusiveMaximum: true,
    };
    expect(await answer(schema, { openapi: "3.0.3" })).toBe(4);
  });
});

describe("where no value is found, the mock says which schema is in the way, and answers nothing that is not allowed", () => {
  const refusal = (pointer: string): string =>
    `501 The mock finds no value that \`#${pointer}\` allows, for an answer of GET /thing. An \`example\` of one would help, or a schema that is met more easily.\n`;
  const here = "/paths/~1thing/get/responses/200/content/application~1json/schema";
  const lookahead = { type: "string", pattern: "^(?=.*\\d)(?=.*[A-Z])[A-Z\\d]{6}$" };

  test.each<[what: string, schema: object, pointer: string]>([
    ["bounds that exclude each other", { type: "integer", minimum: 3, maximum: 2 }, here],
    ["a pattern with lookaheads", lookahead, here],
    [
      "one of what is required",
      { type: "object", required: ["code"], properties: { code: lookahead } },
      `${here}/properties/code`,
    ],
    [
      "two patterns that are met by chance only",
      { type: "string", allOf: [{ pattern: "^[a-z]{5}$" }, { pattern: "zz$" }] },
      here,
    ],
    ["what requires itself", { $ref: "#/components/schemas/Endless" }, "/components/schemas/Endless"],
    ["a list of a billion", { type: "array", minItems: 1e9, items: { type: "integer" } }, here],
    ["nothing", { not: {} }, here],
  ])("%s", async (_, schema, pointer) => {
    expect(await answer(schema)).toBe(refusal(pointer));
  });

  test("what need not be there is left out", async () => {
    const schema = { type: "object", properties: { id: { type: "string" }, code: lookahead } };
    expect(await answer(schema)).toEqual({ id: "text" });
  });

  test("an example that the schema allows is taken, and no other", async () => {
    expect(await answer({ ...lookahead, example: "AB12CD" })).toBe("AB12CD");
    expect(await answer({ ...lookahead, example: "none" })).toBe(refusal(here));
  });

  test("`additionalProperties: false` beside an `allOf` allows what is declared there, and nothing else", async () => {
    const allOf = [{ required: ["code"], properties: { code: lookahead } }];
    const closed = { type: "object", additionalProperties: false, properties: { id: {} }, allOf };
    const example = { id: 7, code: "AB12CD" };
    expect(await answer({ ...closed, example })).toEqual(example);
    expect(await answer({ ...closed, example: { ...example, more: 1 } })).toBe(
      refusal(`${here}/allOf/0/properties/code`),
    );
  });
});

test("schemas that are parts of each other many times are answered at once", async () => {
  const names = Array.from({ length: 30 }, (_, index) => `S${index}`);
  const all = {
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }])),
  };
  const twice = names.map((_, index) => ({ $ref: `#/components/schemas/T${Math.min(29, index + 1)}` }));
  const schemas = {
    ...Object.fromEntries(names.map((name) => [name, { type: "object", ...all }])),
    ...Object.fromEntries(
      twice.map((next, index) => [`T${index}`, { allOf: [next, next], oneOf: [next, { not: next }] }]),
    ),
  };
  const began = performance.now();
  expect(await answer({ $ref: "#/components/schemas/S0" }, { components: { schemas } })).toBeTypeOf("object");
  await answer({ $ref: "#/components/schemas/T0" }, { components: { schemas } });
  expect(performance.now() - began).toBeLessThan(20_000);
});
