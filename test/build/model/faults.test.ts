import { describe, expect, test } from "vitest";
import { faultsOf } from "../given.ts";

/** The faults of `GET /things/{id}` with these keys. */
function faultsOfOperation(keys: string): readonly string[] {
  return faultsOf(`paths: { "/things/{id}": { get: { ${keys} } } }`);
}

const id = "{ name: id, in: path, required: true, schema: { type: string } }";
const ok = "responses: { 204: {} }";

describe("what cannot be generated is said, with the place", () => {
  const operations: Record<string, readonly [keys: string, fault: string]> = {
    "no operationId": [
      `parameters: [${id}], ${ok}`,
      "/paths//things/{id}/get: GET /things/{id} has no operationId, so nothing can be named after it; write one.",
    ],
    "an operationId without letters": [
      `operationId: "***", parameters: [${id}], ${ok}`,
      `/paths//things/{id}/get/operationId: "***" has no letter to make a name of.`,
    ],
    "a parameter in a cookie": [
      `operationId: act, parameters: [${id}, { name: sid, in: cookie }], ${ok}`,
      "/paths//things/{id}/get/parameters/1: A parameter in cookie is not supported; the places are path, query and header.",
    ],
    "a parameter named body": [
      `operationId: act, parameters: [${id}, { name: body, in: query }], ${ok}`,
      "/paths//things/{id}/get/parameters/1: A parameter named body cannot be told from the request body, which is given by that name.",
    ],
    "two parameters of one name": [
      `operationId: act, parameters: [${id}, { name: id, in: query }], ${ok}`,
      "/paths//things/{id}/get/parameters/1: There is a parameter id in path too, and they are given by name alone.",
    ],
    "a path parameter that is not declared": [
      `operationId: act, ${ok}`,
      "/paths//things/{id}/get: The path parameter id of /things/{id} is not declared.",
    ],
    "a path parameter that does not occur": [
      `operationId: act, parameters: [${id}, { name: other, in: path, required: true }], ${ok}`,
      "/paths//things/{id}/get: The path parameter other does not occur in /things/{id}.",
    ],
    "a request body of an unsupported type": [
      `operationId: act, parameters: [${id}], requestBody: { content: { multipart/form-data: {} } }, ${ok}`,
      "/paths//things/{id}/get/requestBody: A request body of multipart/form-data is not supported; JSON and application/x-www-form-urlencoded are.",
    ],
    "no 2xx response": [
      `operationId: act, parameters: [${id}], responses: { default: {} }`,
      "/paths//things/{id}/get/responses: There is no 2xx response, so nobody knows what a call gives; write one.",
    ],
    "a file and JSON": [
      `operationId: act, parameters: [${id}], responses: { 200: { content: { text/csv: {} } }, 201: { content: { application/json: {} } } }`,
      "/paths//things/{id}/get/responses/200: One 2xx response is a file and another is JSON. A call gives one or the other; make it two operations.",
    ],
  };
  for (const [name, [keys, fault]] of Object.entries(operations)) {
    test(name, () => {
      expect(faultsOfOperation(keys)).toEqual([fault]);
    });
  }

  const documents: Record<string, readonly [yaml: string, fault: string]> = {
    "no server": [
      "{ servers: [], paths: {} }",
      "/servers: There is no server; write the address that calls go to.",
    ],
    "a relative server": [
      "{ servers: [{ url: /v1 }], paths: {} }",
      "/servers/0/url: The address must be absolute, such as https://api.example.com, not /v1.",
    ],
    "a server variable that is an option already": [
      "{ servers: [{ url: 'https://{auth}.example', variables: { auth: { default: a } } }], paths: {} }",
      "/servers/0/variables/auth: A server variable becomes an option of the client, and there is an option auth already; name it otherwise.",
    ],
    "a token in a cookie and nowhere else": [
      "{ security: [{ c: [] }], components: { securitySchemes: { c: { type: apiKey, in: cookie, name: sid } } }, paths: {} }",
      "/security: A token in a cookie is not supported; it can stand in a header or in the query.",
    ],
    "operations of OpenAPI 3.2 that the types have no place for": [
      "{ paths: { /things: { query: { operationId: act, responses: { 204: {} } } } } }",
      "/paths//things/query: Operations in query are not supported; the types have no place for them.",
    ],
    "two operations whose names differ in one capital": [
      "{ paths: { /a: { get: { operationId: getA, responses: { 204: {} } } }, /b: { get: { operationId: GetA, responses: { 204: {} } } } } }",
      "/paths//b/get/operationId: The operation GetA and the operation getA would be exported by one name, or by two that differ in one capital; rename one.",
    ],
    "an operation named like the function that makes the client": [
      "{ paths: { /a: { get: { operationId: createSampleClient, responses: { 204: {} } } } } }",
      "/paths//a/get/operationId: The operation createSampleClient and the function that makes the client would be exported by one name, or by two that differ in one capital; rename one.",
    ],
  };
  for (const [name, [yaml, fault]] of Object.entries(documents)) {
    test(name, () => {
      expect(faultsOf(yaml)).toEqual([fault]);
    });
  }
});
