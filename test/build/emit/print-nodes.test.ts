import fs from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";
import { printNodes } from "../../../scripts/build/emit/print-nodes.ts";

const odd = {
  openapi: "3.1.0",
  info: { title: "Odd", version: "1" },
  paths: {
    "/prints/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: { responses: { 200: { description: "Größe */ in\r\nzwei Zeilen\n\n  und mehr" } } },
      post: {
        operationId: "print.it",
        responses: { default: { description: "One\rtwo\u2028three\u2029four" } },
      },
    },
  },
  components: {
    schemas: {
      Nothing: { type: "object" },
      "größe 'XL' \"\\": { enum: [-1, 0, 1.5, 'a "b" \\ \n ü', true, null] },
      Pair: { type: "array", prefixItems: [{ type: "string" }, { type: "object", properties: { 1: {} } }] },
      Lists: { type: "array", items: { type: "array", items: { type: ["string", "null"] } } },
      Constant: { const: { deep: [1, "two", { $3: false }], none: [] } },
      Map: {
        type: "object",
        properties: { __proto_: { readOnly: true } },
        additionalProperties: { type: "number" },
      },
      Whole: {
        title: "A whole\r\n\tin parts",
        allOf: [{ $ref: "#/components/schemas/Part" }, { type: "object", required: ["id"] }],
        required: ["id"],
      },
      Part: {
        type: "object",
        properties: {
          id: { description: "", default: "", example: { a: ["*/"] } },
          kind: { deprecated: true },
        },
        discriminator: { propertyName: "kind" },
      },
    },
  },
};

test("the compiler's own printer prints the same, of odd things", async () => {
  const nodes = await openapiTS(JSON.stringify(odd));
  expect(printNodes(nodes, new Map())).toBe(astToString(nodes));
});

test.each(fs.readdirSync("generated"))("the compiler's own printer prints the same, of %s", async (api) => {
  const nodes = await openapiTS(fs.readFileSync(`generated/${api}/openapi.json`, "utf8"));
  expect(printNodes(nodes, new Map())).toBe(astToString(nodes));
});
