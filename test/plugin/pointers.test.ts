import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printPointer } from "../../scripts/vocabulary/pointer.ts";
import { problemsOf } from "./lint.ts";

/** One step down into a body: how the value is held, and what the schema of the holder is hidden behind. */
interface Step {
  readonly token: string;
  readonly holder: "property" | "item" | "tuple" | "map";
  readonly wrappers: readonly ("$ref" | "$ref to a file" | "allOf" | "oneOf" | "anyOf")[];
}

const step: fc.Arbitrary<Step> = fc.record({
  token: fc.constantFrom("status", "data", "a/b", "t~e", "0", "100%", "x y", "constructor", "$ref", "类型"),
  holder: fc.constantFrom("property", "property", "item", "tuple", "map"),
  wrappers: fc.array(fc.constantFrom("$ref", "$ref to a file", "allOf", "oneOf", "anyOf"), { maxLength: 3 }),
});

describe("a pointer into any schema", () => {
  it("is right if the schema has every part of it; the first key of a map may be a slip", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const problems = await problemsOf(describing(steps, pointerOf(steps)));
        const key = steps.find(({ holder }) => holder === "map");
        expect(problems).toHaveLength(key ? 1 : 0);
        if (key) expect(problems[0]).toContain(`declares no \`${key.token}\``);
      }),
      { numRuns: 150 },
    );
  });

  it("is one fault if one part of it is misspelt", async () => {
    const broken = fc.array(step, { minLength: 1, maxLength: 6 }).chain((steps) => {
      const spots = steps.flatMap(({ holder }, index) => (holder === "map" ? [] : [index]));
      return spots.length === 0
        ? fc.constant(undefined)
        : fc.record({ steps: fc.constant(steps), spot: fc.constantFrom(...spots) });
    });
    await fc.assert(
      fc.asyncProperty(broken, async (example) => {
        fc.pre(example !== undefined);
        const { steps, spot } = example;
        const pointer = pointerOf(steps).map((token, index) =>
          index === spot ? misspelt(token, steps[index]) : token,
        );
        const problems = await problemsOf(describing(steps, pointer));
        expect(problems).toHaveLength(1);
        expect(problems[0]).toContain(`has no \`${pointer[spot]}\``);
      }),
      { numRuns: 150 },
    );
  });
});

/** No member has this name, nor has a tuple of two an item 2. */
function misspelt(token: string, step: Step | undefined): string {
  return step?.holder === "tuple" ? "2" : `${token}x`;
}

function pointerOf(steps: readonly Step[]): readonly string[] {
  return steps.map(({ token, holder }) => (holder === "item" ? "7" : holder === "tuple" ? "1" : token));
}

/** A description whose answer has a status at the end of the steps, and which looks for it at `pointer`. */
function describing(steps: readonly Step[], pointer: readonly string[]): Record<string, string> {
  const schemas: Record<string, unknown> = {};
  const elsewhere: Record<string, unknown> = {};
  const wrap = (inner: unknown, wrapper: Step["wrappers"][number]): unknown => {
    const name = `S${Object.keys(schemas).length + Object.keys(elsewhere).length}`;
    const decoy = { type: "object", properties: { decoy: { type: "string" } } };
    switch (wrapper) {
      case "$ref":
        // From the other file too, hence with the name of the file.
        schemas[name] = inner;
        return { $ref: `api.json#/components/schemas/${name}` };
      case "$ref to a file":
        elsewhere[name] = inner;
        return { $ref: `other.json#/${name}`, description: "Keys beside a $ref count." };
      case "allOf":
        return { allOf: [decoy, inner, { description: "Says nothing of members." }] };
      case "oneOf":
        return { oneOf: [{ type: "null" }, decoy, inner] };
      case "anyOf":
        return { anyOf: [inner, { type: "string" }] };
    }
  };
  const hold = (inner: unknown, { holder, token }: Step): unknown => {
    switch (holder) {
      case "property":
        return { type: "object", properties: { [token]: inner, [`${token}2`]: { type: "string" } } };
      case "item":
        return { type: "array", items: inner };
      case "tuple":
        return { type: "array", prefixItems: [{ type: "string" }, inner], items: false };
      case "map":
        return { type: "object", additionalProperties: inner };
    }
  };
  const schema = steps.reduceRight<unknown>((inner, each) => each.wrappers.reduce(wrap, hold(inner, each)), {
    type: "string",
  });
  const api = {
    openapi: "3.1.0",
    info: { title: "Pointers", version: "1.0.0" },
    paths: {
      "/job": {
        get: {
          operationId: "getJob",
          "x-polling": {
            job: "work",
            status: `$response.body#${printPointer(pointer)}`,
            succeeded: ["done"],
          },
          responses: { "200": { description: "A job.", content: { "application/json": { schema } } } },
        },
      },
    },
    components: { schemas },
  };
  return { "api.json": JSON.stringify(api, null, 2), "other.json": JSON.stringify(elsewhere, null, 2) };
}
