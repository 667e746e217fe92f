import fc from "fast-check";
import type { Document, Schema, SchemaObject } from "../../scripts/build/model/openapi.ts";

const names = ["a", "b", "x-y", "0"];

/** What a status may look like, as the lists below have it. */
const status = fc.constantFrom<Schema>(
  { type: "string", enum: ["p", "q", "r"] },
  { type: ["string", "null"], enum: ["p", "q", null] },
  { allOf: [{ type: "string", enum: ["q", "p"] }] },
  { oneOf: [{ enum: ["P", "Q"] }, { type: "null" }] },
  { type: "string", nullable: true, enum: ["P", "Q "] },
  { type: "string" },
  { type: "boolean" },
  { enum: ["p", 1, true] },
  {},
);

const leaf = fc.constantFrom<Schema>(
  {},
  { type: "string" },
  { type: "integer" },
  { type: "boolean" },
  { type: ["string", "null"] },
  { type: "string", nullable: true },
  { type: ["string", "integer"] },
  { const: "p" },
  { enum: ["p", "q", null] },
  { enum: ["p", 1, true] },
  { enum: [{ a: 1 }, "p"] },
  { type: "string", enum: ["p", "q", "r"] },
  { type: ["string", "null"], enum: ["P ", "q"] },
  { oneOf: [{ type: "string", enum: ["p"] }, { type: "null" }] },
  { allOf: [{ type: "string", enum: ["p", "q"] }] },
  { type: "object" },
  { type: "array" },
  { type: "null" },
  { $ref: "#/components/schemas/Shared" },
);

const shared: Schema = {
  allOf: [
    { type: "object", properties: { a: { enum: ["p", "q", "r"] } } },
    {
      type: "object",
      required: ["a", "b"],
      properties: { b: { type: "object", properties: { a: { type: "string" }, b: {} } } },
    },
  ],
};

// not an interface: fast-check wants to see that there are no other keys
type Shapes = { any: Schema; object: SchemaObject; array: Schema; all: Schema; choice: Schema };

const { any: anyShape, object: objectShape } = fc.letrec<Shapes>((tie) => {
  const properties = fc.dictionary(fc.constantFrom(...names), tie("any"), { minKeys: 2 });
  const required = fc.subarray(names);
  return {
    any: fc.oneof(
      { depthSize: "small" },
      leaf,
      tie("object"),
      tie("object"),
      tie("array"),
      tie("all"),
      tie("choice"),
    ),
    object: fc.record(
      {
        properties,
        type: fc.constantFrom("object", ["object", "null"]),
        required,
        additionalProperties: fc.constantFrom<Schema>(true, false, {}, { type: "string" }),
        nullable: fc.boolean(),
      },
      { requiredKeys: ["properties"] },
    ),
    array: fc.record(
      {
        type: fc.constantFrom("array", ["array", "null"]),
        items: tie("any"),
        prefixItems: fc.constant([{}]),
      },
      { requiredKeys: ["type", "items"] },
    ),
    all: fc.record(
      {
        allOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
        properties,
        required,
        nullable: fc.boolean(),
      },
      { requiredKeys: ["allOf"] },
    ),
    choice: fc
      .tuple(fc.boolean(), fc.array(tie("any"), { minLength: 1, maxLength: 2 }))
      .map(([isOne, of]): Schema => {
        const branches = [...of, { type: "null" }];
        return isOne ? { oneOf: branches } : { anyOf: branches };
      }),
  };
});

/** A polled operation whose answers have any shape, and expressions that lead anywhere in them. */
export const polledDocument: fc.Arbitrary<Document> = fc
  .record({
    first: objectShape,
    second: fc.option(anyShape, { nil: undefined, freq: 3 }),
    other: fc.option(objectShape, { nil: undefined, freq: 2 }),
    otherState: status,
    isEmptyToo: fc.boolean(),
    state: fc.option(status, { nil: undefined }),
    steps: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
    ignoreCase: fc.boolean(),
    requires: fc.subarray(names, { maxLength: 2 }),
    lists: fc.constantFrom(
      [["p"], ["q"], ["r"]],
      [["p"], ["q"], []],
      [["p"], [1], [true]],
      [[true], [false], []],
      [["P"], ["Q "], []],
    ),
  })
  .map(({ first: one, state, second, other, otherState, isEmptyToo, steps, lists, ...polling }) => {
    const [pending, succeeded, failed] = lists;
    const having = (shape: SchemaObject, state: Schema): SchemaObject => ({
      ...shape,
      properties: { ...shape.properties, state },
    });
    const shape = state ? having(one, state) : one;
    const first = other && state ? { oneOf: [shape, having(other, otherState)] } : shape;
    const [anywhere, result, error, link] = steps.map((each) => `$response.body#${pointerInto(first, each)}`);
    const status = state ? "$response.body#/state" : anywhere;
    const json = (schema: Schema): object => ({ content: { "application/json": { schema } } });
    return {
      openapi: "3.1.0",
      info: { title: "Shapes" },
      servers: [{ url: "https://api.example" }],
      components: { schemas: { Shared: shared } },
      paths: {
        "/jobs/{id}": {
          get: {
            operationId: "getJob",
            parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
            "x-polling": {
              job: "job",
              ...polling,
              status,
              result,
              pending,
              succeeded,
              failed,
              progress: result,
              error: { code: [error, link] },
            },
            responses: {
              "200": {
                ...json(first),
                links: { again: { operationId: "getJob", parameters: { id: link } } },
              },
              ...(second === undefined ? {} : { "201": json(second) }),
              ...(isEmptyToo ? { "204": {} } : {}),
            },
          },
        },
      },
    };
  });

/** A way into a schema that leads somewhere, as far as there is one. */
function pointerInto(schema: Schema, steps: readonly number[]): string {
  const [step, ...rest] = steps;
  if (step === undefined || typeof schema === "boolean") return "";
  if (schema.$ref !== undefined) return pointerInto(shared, steps);
  const branches = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const inBranch = branches.map((branch) => pointerInto(branch, steps)).find((pointer) => pointer !== "");
  const members = Object.entries(schema.properties ?? {});
  if (typeof schema.items === "object") members.push(["0", schema.items as Schema]);
  const member = members[step % Math.max(1, members.length)];
  return member ? `/${member[0]}${pointerInto(member[1], rest)}` : (inBranch ?? "");
}
