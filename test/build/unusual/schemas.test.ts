import { expect, test } from "vitest";
import { filesOf } from "../given.ts";
import { runtime, typeErrors } from "../type-check.ts";

test("a schema that is referred to where it stands, in another or in an operation, has a type", () => {
  const { client, types } = filesOf(`
    paths:
      /a:
        get:
          operationId: act
          parameters: [{ name: kind, in: query, schema: { type: string, enum: [x, y] } }]
          responses:
            200:
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      kind: { $ref: "#/paths/~1a/get/parameters/0/schema" }
                      name: { $ref: "#/components/schemas/User/allOf/0/properties/name" }
    components:
      schemas:
        User: { allOf: [{ type: object, properties: { name: { type: string, nullable: true } } }] }
  `);
  const user = `
    import type { ActAnswer } from "./index.ts";
    export const both: Required<ActAnswer> = { kind: "x", name: null };
    // @ts-expect-error there is no such kind
    export const none: ActAnswer = { kind: "z" };
  `;
  const index = client.replaceAll("openapi-jobs/runtime", runtime);
  expect(typeErrors({ "a/index.ts": index, "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("so has one among definitions of earlier drafts, which refer to each other", () => {
  const { types } = filesOf(`
    paths: {}
    components:
      schemas:
        Bill:
          type: object
          properties: { payer: { $ref: "#/components/schemas/Bill/definitions/person" } }
          definitions:
            person: { type: object, properties: { home: { $ref: "#/components/schemas/Bill/definitions/place" } } }
            place: { type: object, properties: { city: { type: string } } }
  `);
  const user = `
    import type { components } from "./types.ts";
    export const bill: components["schemas"]["Bill"] = { payer: { home: { city: "Bern" } } };
    // @ts-expect-error a city is a text
    export const none: components["schemas"]["Bill"] = { payer: { home: { city: 1 } } };
  `;
  expect(typeErrors({ "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("values and properties exclude each other: what has a type of its own keeps the ones that fit it", () => {
  const { types } = filesOf(`
    paths: {}
    components:
      schemas:
        Thing: { type: object, enum: [CAR, VAN], properties: { name: { type: string } } }
        Kind: { type: string, enum: [car, van], properties: { name: { type: string } }, additionalProperties: false }
        Loose: { enum: [CAR], properties: { name: { type: string } } }
  `);
  const user = `
    import type { components } from "./types.ts";
    type Schemas = components["schemas"];
    export const thing: Required<Schemas["Thing"]> = { name: "x" };
    export const kind: readonly Schemas["Kind"][] = ["car", "van"];
    export const loose: Schemas["Loose"] = { name: "x" };
    // @ts-expect-error not in the list
    export const none: Schemas["Kind"] = "bus";
  `;
  expect(typeErrors({ "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});

test("an object of which nothing else is said may hold anything, and takes nothing from those beside it", () => {
  const { types } = filesOf(`
    paths: {}
    components:
      schemas:
        Named: { type: object, properties: { name: { type: string } } }
        Free: { type: object }
        Described: { allOf: [{ $ref: "#/components/schemas/Named" }, { type: object, description: The owner, nullable: true }] }
        Both: { allOf: [{ type: object, example: {} }, { type: object, description: Nothing more }] }
        Mixed: { allOf: [{ $ref: "#/components/schemas/Named" }, { $ref: "#/components/schemas/Free" }] }
        Needed: { allOf: [{ $ref: "#/components/schemas/Named" }, { type: object, required: [name] }] }
  `);
  const user = `
    import type { components } from "./types.ts";
    type Schemas = components["schemas"];
    export const free: Schemas["Free"] = { anything: ["at", "all"] };
    export const described: Schemas["Described"] = { name: "x" };
    export const both: Schemas["Both"] = { anything: 1 };
    export const mixed: Schemas["Mixed"] = { name: "x", more: true };
    export const needed: Schemas["Needed"] = { name: "x" };
    export const name: string | undefined = described.name;
    // @ts-expect-error there is no such property
    export const none: Schemas["Described"] = { nme: "x" };
  `;
  expect(typeErrors({ "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});
