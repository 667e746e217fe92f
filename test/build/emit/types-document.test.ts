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

test("an object that an operation answers with has a name, unless it is taken or there are several", () => {
  const answer = (schema: object): object => ({ content: { "application/json": { schema } } });
  const page = { type: "object", properties: { items: { type: "array" } } };
  const operations = {
    "list/things": { "200": answer(page), "404": answer(page) },
    "find things": { "200": answer({ oneOf: [page, { type: "string" }] }) },
    countThings: { "200": answer({ type: "integer" }) },
    makeThing: { "200": answer(page), "201": answer(page) },
    getThing: { "200": answer(page) },
  };
  const paths = Object.entries(operations).map(([id, responses]) => [`/${id}`, { get: { responses } }]);
  const document: Document = {
    openapi: "3.1.0",
    info: { title: "Things" },
    paths: Object.fromEntries(paths),
    components: { schemas: { GetThingResponse: { type: "string" } } },
  };
  const placed = placeOperations(
    document,
    Object.keys(operations).map((id) => ({
      method: "GET",
      typesId: id,
      pointer: ["paths", `/${id}`, "get"],
    })),
  );
  const named = (name: string): object => answer({ $ref: `#/components/schemas/${name}` });
  expect(placed.paths).toEqual({
    "/list/things": {
      get: {
        operationId: "list/things",
        responses: { "200": named("ListThingsResponse"), "404": answer(page) },
      },
    },
    "/find things": {
      get: { operationId: "find things", responses: { "200": named("FindThingsResponse") } },
    },
    "/countThings": { get: { operationId: "countThings", responses: operations.countThings } },
    "/makeThing": { get: { operationId: "makeThing", responses: operations.makeThing } },
    "/getThing": { get: { operationId: "getThing", responses: operations.getThing } },
  });
  expect(placed.components?.schemas).toEqual({
    GetThingResponse: { type: "string" },
    ListThingsResponse: page,
    FindThingsResponse: { oneOf: [page, { type: "string" }] },
  });
});
