import { describe, expect, test } from "vitest";
import { described, errorsOf, play } from "./given.ts";

const publish = `  /books/{book_id}:publish:
    post:
      operationId: publishBook
      parameters: [{ name: book_id, in: path, required: true, schema: { type: string } }]
      x-aep-long-running-operation:
        response: { schema: { type: object, properties: { isbn: { type: string } } } }
      responses:
        '202': { description: Begun, content: { application/json: { schema: { $ref: '#/components/schemas/Operation' } } } }
`;
const monitor = `  /operations/{operation_id}:
    get:
      operationId: getOperation
      parameters: [{ name: operation_id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: The operation, content: { application/json: { schema: { $ref: '#/components/schemas/Operation' } } } }
`;
const components = `components:
  schemas:
    Operation:
      type: object
      properties:
        path: { type: string }
        done: { type: boolean }
        error: { type: object, properties: { code: { type: integer }, message: { type: string } } }
        response: { type: object, additionalProperties: true }
        metadata: { type: object }
`;
const books = described(publish + monitor + components);
const begun = [202, { path: "operations/op-1" }] as const;

describe("x-aep-long-running-operation", () => {
  test("waits until done, which may be left out until then, and gives the response", async () => {
    expect(
      await play(books, "publishBook", { book_id: "b-1" }, [
        begun,
        [200, { path: "operations/op-1" }],
        [200, { path: "operations/op-1", done: true, response: { isbn: "3-16" } }],
      ]),
    ).toEqual({
      log: ["POST /books/b-1:publish", "GET /operations/op-1", "GET /operations/op-1"],
      states: ["pending", "succeeded"],
      result: { isbn: "3-16" },
    });
  });

  test("done with an error is a failure, in the service's words", async () => {
    const { result } = await play(books, "publishBook", { book_id: "b-1" }, [
      begun,
      [200, { done: true, error: { code: 9, message: "No cover." } }],
    ]);
    expect(result).toMatchObject({
      name: "JobFailedError",
      code: 9,
      message: expect.stringContaining("No cover."),
    });
  });

  test("an API without GET /operations/{…} is told to describe it, and generates without the job", async () => {
    expect((await errorsOf(described(publish + components))).split("\n").slice(0, 4)).toEqual([
      "sample.yaml:9:7  warning  `publishBook` answers with an operation, and no GET of `…/operations/{…}` with `done` in its answer tells how one is getting on; describe it.  (dialect-not-read)",
      "   7 | operationId: publishBook",
      "   8 | parameters: [{ name: book_id, in: path, required: true, schema: { type: string } }]",
      "   9 | x-aep-long-running-operation:",
    ]);
  });
});
