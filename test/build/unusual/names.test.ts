import { describe, expect, test } from "vitest";
import { clientOf, declarationOf, filesOf } from "../given.ts";
import { runtime, typeErrors } from "../type-check.ts";

describe("names", () => {
  test("are made of method and path where there is no operationId, and of the words of one that is no name", () => {
    const client = clientOf(`
      paths:
        /: { get: { responses: { 204: {} } } }
        /users/{user-id}/files.json: { delete: { responses: { 204: {} } } }
        /a: { get: { operationId: "users/list files", responses: { 204: {} } } }
        /b: { get: { operationId: "100% sure", responses: { 204: {} } } }
        /c: { get: { operationId: Order.Cancel, responses: { 204: {} } } }
        /d: { get: { operationId: fetch, responses: { 204: {} } } }
        /e: { get: { operationId: then, responses: { 204: {} } } }
        /f: { get: { operationId: 取得, responses: { 204: {} } } }
    `);
    const names = [...client.matchAll(/^export const (\w+): Operation/gm)].map(([, name]) => name);
    expect(names).toEqual([
      "getRoot",
      "deleteUsersByUserIdFilesJson",
      "usersListFiles",
      "sure",
      "orderCancel",
      "fetch",
      "then_",
      "getF",
    ]);
  });

  test("in the types are those of the operations, however they are spelt", () => {
    const { client, types } = filesOf(`
      paths:
        /a: { get: { operationId: a#b, responses: { 200: { content: { application/json: {} } } } } }
        /b: { get: { operationId: 5% off, responses: { 200: { content: { application/json: {} } } } } }
        /c: { get: { operationId: same, responses: { 200: { content: { application/json: {} } } } } }
        /d: { get: { operationId: same, responses: { 200: { content: { application/json: {} } } } } }
        /e: { query: { operationId: find, responses: { 200: { content: { application/json: {} } } } } }
        /g: { additionalOperations: { PURGE: { operationId: purge, responses: { 200: { content: { application/json: {} } } } } } }
    `);
    expect(declarationOf("find", client)).toContain('("find", "QUERY", "/e");');
    expect(declarationOf("purge", client)).toContain('("purge", "PURGE", "/g");');
    expect(
      typeErrors({ "a/index.ts": client.replaceAll("openapi-jobs/runtime", runtime), "a/types.ts": types }),
    ).toEqual([]);
  });
});
