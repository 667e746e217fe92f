import { describe, expect, test } from "vitest";
import { faultsOf } from "../given.ts";

/** The faults of `GET /things/{id}` with these keys. */
function faultsOfOperation(keys: string): readonly string[] {
  return faultsOf(`paths: { "/things/{id}": { get: { ${keys} } } }`);
}

const id = "{ name: id, in: path, required: true, schema: { type: string } }";
const ok = "responses: { 204: {} }";

describe("what is left out, or read otherwise than it is written, is said with the place", () => {
  const operations: Record<string, readonly [keys: string, fault: string]> = {
    "no operationId": [
      `parameters: [${id}], ${ok}`,
      "warning /paths//things/{id}/get: GET /things/{id} has no operationId; it is exported as getThingsById.",
    ],
    "an operationId without letters": [
      `operationId: "***", parameters: [${id}], ${ok}`,
      `warning /paths//things/{id}/get/operationId: "***" has no letter to make a name of; it is exported as getThingsById.`,
    ],
    "a parameter in a cookie": [
      `operationId: act, parameters: [${id}, { name: sid, in: cookie }], ${ok}`,
      "warning /paths//things/{id}/get/parameters/1: The parameter sid in cookie is left out: the places are path, query and header. Send it with `headers: { cookie: … }` of the client's options.",
    ],
    "a parameter named body": [
      `operationId: act, parameters: [${id}, { name: body, in: query }], ${ok}`,
      "warning /paths//things/{id}/get/parameters/1: The parameter body in query is given as body_query, because the body is given by that name.",
    ],
    "two parameters of one name": [
      `operationId: act, parameters: [${id}, { name: id, in: query }], ${ok}`,
      "warning /paths//things/{id}/get/parameters/1: The parameter id in query is given as id_query, because there is another of this name.",
    ],
    "a path parameter that is not declared": [
      `operationId: act, ${ok}`,
      "warning /paths//things/{id}/get: The path parameter id of /things/{id} is not declared; it is taken for a text.",
    ],
    "a path parameter that does not occur": [
      `operationId: act, parameters: [${id}, { name: other, in: path, required: true }], ${ok}`,
      "warning /paths//things/{id}/get/parameters/1: The path parameter other is left out: it does not occur in /things/{id}.",
    ],
    "a request body of an unsupported type": [
      `operationId: act, parameters: [${id}], requestBody: { content: { multipart/related: {} } }, ${ok}`,
      "warning /paths//things/{id}/get/requestBody: GET /things/{id} is left out: a request body of multipart/related is not supported; write multipart/form-data.",
    ],
    "no 2xx response": [
      `operationId: act, parameters: [${id}], responses: { 302: {}, default: {} }`,
      "warning /paths//things/{id}/get/responses: There is no 2xx response, so every answer is a refusal; call `.answer(…)` to look at it, or write one.",
    ],
    "a body that cannot be sent": [
      `operationId: act, parameters: [${id}], requestBody: { content: { application/json: {} } }, ${ok}`,
      "warning /paths//things/{id}/get/requestBody: The request body of GET /things/{id} is left out: `fetch` sends none with GET.",
    ],
    "a path parameter of another style": [
      `operationId: act, parameters: [{ name: id, in: path, style: matrix }], ${ok}`,
      "warning /paths//things/{id}/get: GET /things/{id} is left out: the style matrix of its path parameter id is not supported; simple is.",
    ],
    "an object in the path that is to be spread": [
      `operationId: act, parameters: [{ name: id, in: path, explode: true, schema: { type: object } }], ${ok}`,
      "warning /paths//things/{id}/get: GET /things/{id} is left out: its path parameter id is an exploded object, `key=value`, which is not supported.",
    ],
    "an address that is not the whole of one": [
      `operationId: act, parameters: [${id}], servers: [{ url: /v2 }], ${ok}`,
      "warning /paths//things/{id}/get/servers/0/url: The address /v2 of this operation is not absolute, so it is called at the API's own.",
    ],
    "a header without a name": [
      `operationId: act, parameters: [${id}, { name: '', in: header }], ${ok}`,
      'warning /paths//things/{id}/get/parameters/1: The header "" is left out: no request can have one of that name.',
    ],
    "a header with a name that none can have": [
      `operationId: act, parameters: [${id}, { name: 'Request Id', in: header }], ${ok}`,
      'warning /paths//things/{id}/get/parameters/1: The header "Request Id" is left out: no request can have one of that name.',
    ],
    "a parameter named __proto__": [
      `operationId: act, parameters: [${id}, { name: __proto__, in: query }], ${ok}`,
      "warning /paths//things/{id}/get/parameters/1: The parameter __proto__ is left out: nothing can be given by that name.",
    ],
  };
  for (const [name, [keys, fault]] of Object.entries(operations)) {
    test(name, () => {
      expect(faultsOfOperation(keys)).toEqual([fault]);
    });
  }

  const documents: Record<string, readonly [yaml: string, fault: string]> = {
    "a server variable that is an option already": [
      "{ servers: [{ url: 'https://{auth}.example', variables: { auth: { default: a } } }], paths: {} }",
      "warning /servers/0/variables/auth: The server variable auth keeps its default, because the client has an option of that name; name it otherwise.",
    ],
    "a token in a cookie and nowhere else": [
      "{ security: [{ c: [] }], components: { securitySchemes: { c: { type: apiKey, in: cookie, name: sid } } }, paths: {} }",
      "warning /security: A token in a cookie is not sent. Send it with `headers: { cookie: … }` of the client's options.",
    ],
    "a key that is wanted besides the token": [
      "{ security: [{ t: [], k: [] }], components: { securitySchemes: { t: { type: http, scheme: bearer }, k: { type: apiKey, in: header, name: X-App } } }, paths: {} }",
      `warning /security/0: The API wants the header X-App besides the token, and \`auth\` of a client is one token, sent as the header Authorization (Bearer). Send it with \`headers: { "X-App": … }\` of the client's options.`,
    ],
    "another token, of several operations": [
      "{ security: [{ t: [] }], components: { securitySchemes: { t: { type: http, scheme: bearer }, b: { type: http, scheme: basic } } }, paths: { /a: { get: { operationId: a, security: [{ b: [] }], responses: { 204: {} } } }, /b: { get: { operationId: b, security: [{ b: [] }], responses: { 204: {} } } } } }",
      `warning /paths//a/get/security/0: GET /a, as 1 other does, wants the header Authorization (Basic), and \`auth\` of a client is one token, sent as the header Authorization (Bearer). Call it with a client of its own, made with \`headers: { "Authorization": … }\` and without \`auth\`.`,
    ],
    "another key, in the query": [
      "{ security: [{ t: [] }], components: { securitySchemes: { t: { type: http, scheme: bearer }, k: { type: apiKey, in: query, name: key } } }, paths: { /a: { get: { operationId: a, security: [{ k: [] }], responses: { 204: {} } } } } }",
      "warning /paths//a/get/security/0: GET /a wants the query parameter key, and `auth` of a client is one token, sent as the header Authorization (Bearer). Add it in a `fetch` of your own among the client's options.",
    ],
    "headers of a part": [
      "{ paths: { /a: { post: { operationId: a, requestBody: { content: { multipart/form-data: { schema: { type: object }, encoding: { file: { headers: { X-Sum: {}, Content-Type: {} } } } } } }, responses: { 204: {} } } } } }",
      "warning /paths//a/post/requestBody/content/multipart/form-data/encoding/file/headers: The part file is sent without the header X-Sum: `fetch` writes the headers of parts itself, and only their names and media types.",
    ],
    "a method that cannot be sent": [
      "{ paths: { /things: { trace: { operationId: act, responses: { 204: {} } } } } }",
      "warning /paths//things/trace: TRACE /things is left out: `fetch` sends no TRACE.",
    ],
    "a job that is asked in a way that cannot be sent": [
      "{ paths: { /things: { trace: { operationId: act, x-polling: {}, responses: { 204: {} } } } } }",
      "error /paths//things/trace: TRACE /things is left out: `fetch` sends no TRACE.",
    ],
    "two operations whose names differ in one capital": [
      "{ paths: { /a: { get: { operationId: getA, responses: { 204: {} } } }, /b: { get: { operationId: GetA, responses: { 204: {} } } } } }",
      "warning /paths//b/get/operationId: There is something else of the name GetA, or of one that differs in one capital; it is exported as GetA2.",
    ],
    "an operation named like the function that makes the client": [
      "{ paths: { /a: { get: { operationId: createSampleClient, responses: { 204: {} } } } } }",
      "warning /paths//a/get/operationId: There is something else of the name createSampleClient, or of one that differs in one capital; it is exported as createSampleClient2.",
    ],
  };
  test("but nothing of headers that are none", () => {
    const faults = (encoding: string): readonly string[] =>
      faultsOf(
        `{ paths: { /a: { post: { operationId: a, requestBody: { content: { multipart/form-data: { encoding: ${encoding} } } }, responses: { 204: {} } } } } }`,
      );
    for (const encoding of ["{ file: { headers: null } }", "{ file: null }", "{ file: { headers: text } }"])
      expect(faults(encoding)).toEqual([]);
  });

  test("but nothing where one of the alternatives is the token, or where what is wanted besides is a signature", () => {
    const schemes =
      "t: { type: http, scheme: bearer }, o: { type: oauth2 }, k: { type: apiKey, in: header, name: X-App }, m: { type: mutualTLS }, h: { type: http, scheme: hmac }";
    const faults = (security: string): readonly string[] =>
      faultsOf(`{ security: ${security}, components: { securitySchemes: { ${schemes} } }, paths: {} }`);
    for (const security of [
      "[{ t: [] }, { t: [], k: [] }]",
      "[{ t: [], k: [] }, {}]",
      "[{ t: [], o: [] }]",
      "[{ t: [], m: [], h: [] }]",
    ])
      expect(faults(security)).toEqual([]);
  });

  for (const [name, [yaml, fault]] of Object.entries(documents)) {
    test(name, () => {
      expect(faultsOf(yaml)).toEqual([fault]);
    });
  }
});
