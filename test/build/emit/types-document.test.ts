import { expect, test } from "vitest";
import { placeOperations } from "../../../scripts/build/emit/types-document.ts";
import type { Document } from "../../../scripts/build/model/openapi.ts";

test("types are printed from a document of their own: the one that is still to be read stays as it was", () => {
  const thing = { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } };
  const document = {
    openapi: "3.2.0",
    info: { title: "Things" },
    paths: {
      "/things": {
        put: { operationId: "put things", requestBody: thing, responses: {} },
        query: { operationId: "findThings", responses: { "200": thing } },
      },
    },
    components: { schemas: { Thing: { properties: { id: { type: "string", readOnly: true }, name: {} } } } },
  } satisfies Document;
  const asWritten = structuredClone(document);
  const placed = placeOperations(document, [
    { method: "PUT", typesId: "putThings", pointer: ["paths", "/things", "put"] },
    { method: "QUERY", typesId: "findThings", pointer: ["paths", "/things", "query"] },
  ]);
  const named = {
    content: { "application/json": { schema: { $ref: "#/components/schemas/ThingWritable" } } },
  };
  expect(placed).toEqual({
    ...asWritten,
    paths: {
      "/things": {
        put: { operationId: "putThings", requestBody: named, responses: {} },
        query: { operationId: "findThings", responses: { "200": thing } },
      },
      "QUERY /things": { parameters: [], post: { operationId: "findThings", responses: { "200": thing } } },
    },
    components: {
      schemas: {
        Thing: { properties: { id: { type: "string", readOnly: true }, name: {} } },
        ThingWritable: { properties: { name: {} } },
      },
    },
  });
  expect(document).toEqual(asWritten);
});
