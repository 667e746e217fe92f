import { describe, expect, it, test } from "vitest";
import { problemsOf } from "./lint.ts";

/** That a reference leads nowhere is Redocly's to say, and is not of interest here. */
const rules = { "jobs/references": "error", "no-unresolved-refs": "off" } as const;

/** A print that is begun and asked after; the schemas of its answers stand in `components`, each under a name of its own. */
function prints(edits: Readonly<Record<string, string>>): string {
  let text = `openapi: 3.1.0
info: { title: Prints, version: 1.0.0 }
paths:
  /prints:
    post:
      operationId: begin
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses:
        '202':
          description: ok
          content: { application/json: { schema: { $ref: '#/components/schemas/Begun' } } }
          links:
            status: { operationId: look, parameters: { id: $response.body#/print/id } }
        '400': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
  /prints/{id}:
    get:
      operationId: look
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      x-polling:
        job: print
        status: $response.body#/print/status
        pending: [waiting]
        succeeded: [done]
        progress: $response.body#/progress/percent
        error: { message: $response.body#/fault/message }
      responses:
        '200': { $ref: '#/components/responses/Looked' }
        '404': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
components:
  responses:
    Looked:
      description: ok
      content: { application/json: { schema: { $ref: '#/components/schemas/Look' } } }
      links:
        paper: { operationId: begin, requestBody: { paper: $response.body#/paper/id } }
  schemas:
    Order: { type: object, properties: { paper: { type: string } } }
    Begun: { type: object, properties: { print: { $ref: '#/components/schemas/Id' } } }
    Id: { type: object, properties: { id: { type: string } } }
    Look:
      type: object
      properties:
        print: { $ref: '#/components/schemas/Print' }
        paper: { $ref: '#/components/schemas/Paper' }
        progress: { $ref: '#/components/schemas/Progress' }
        fault: { $ref: '#/components/schemas/Fault' }
        more: { $ref: '#/components/schemas/More' }
    Print: { type: object, properties: { status: { $ref: '#/components/schemas/Status' } } }
    Status: { enum: [waiting, done] }
    Paper: { type: object, properties: { id: { $ref: '#/components/schemas/PaperId' } } }
    PaperId: { type: string }
    Progress: { type: object, properties: { percent: { type: number } } }
    Fault: { type: object, properties: { message: { type: string } } }
    More: { type: object }
`;
  for (const [before, after] of Object.entries(edits)) {
    if (text.split(before).length !== 2) throw new Error(`"${before}" does not stand there once.`);
    text = text.replace(before, after);
  }
  return text;
}

/** What is said of a document in which some schemas have another name, so that what refers to them leads nowhere. */
function without(...schemas: readonly string[]): Promise<readonly string[]> {
  return problemsOf(
    prints(Object.fromEntries(schemas.map((name) => [`    ${name}: {`, `    Lost${name}: {`]))),
    {
      ...rules,
    },
  );
}

test("a job whose schemas are all there has no fault", async () => {
  expect(await problemsOf(prints({}), rules)).toEqual([]);
});

describe("what decides over a job has to be described", () => {
  it.each([
    [
      "the way to its status",
      "Print",
      "api.yaml:43:16 jobs/references `#/components/schemas/Print` leads nowhere, and `print` reads `$response.body#/print/status` from there.",
    ],
    [
      "its status itself",
      "Status",
      "api.yaml:48:50 jobs/references `#/components/schemas/Status` leads nowhere, and `print` reads `$response.body#/print/status` from there.",
    ],
    [
      "the way to what a link hands on from the answer that starts it",
      "Id",
      "api.yaml:38:49 jobs/references `#/components/schemas/Id` leads nowhere, and the link `status` of `begin` reads `$response.body#/print/id` from there.",
    ],
    [
      "the way to what a link hands on from the answer that tells of it",
      "Paper",
      "api.yaml:44:16 jobs/references `#/components/schemas/Paper` leads nowhere, and the link `paper` of `look` reads `$response.body#/paper/id` from there.",
    ],
  ])("%s", async (_, schema, problem) => {
    expect(await without(schema)).toEqual([problem]);
  });

  it("the whole of an answer, which is told of once, whoever reads it", async () => {
    const lost = prints({ "    Look:\n": "    LostLook:\n" });
    expect(await problemsOf(lost, rules)).toEqual([
      "api.yaml:33:46 jobs/references `#/components/schemas/Look` leads nowhere, and `print` reads `$response.body#/print/status` from there.",
    ]);
  });

  it("an answer that is a reference itself", async () => {
    const lost = prints({ "    Looked:\n": "    LostLooked:\n" });
    expect(await problemsOf(lost, rules)).toEqual([
      "api.yaml:27:16 jobs/references `#/components/responses/Looked` leads nowhere, and `print` reads `$response.body#/print/status` from there.",
    ]);
  });

  it("the result, where it is all of an answer, and the status stands elsewhere", async () => {
    const lost = prints({
      "    Look:\n": "    LostLook:\n",
      "$response.body#/print/status": "$response.header.Status",
    });
    expect(await problemsOf(lost, rules)).toEqual([
      "api.yaml:33:46 jobs/references `#/components/schemas/Look` leads nowhere, and `print` reads `$response.body` from there.",
    ]);
  });

  it("the result, where the document says which", async () => {
    const lost = prints({
      "        pending: [waiting]\n": "        pending: [waiting]\n        result: $response.body#/more\n",
      "    More: {": "    LostMore: {",
    });
    expect(await problemsOf(lost, rules)).toEqual([
      "api.yaml:48:15 jobs/references `#/components/schemas/More` leads nowhere, and `print` reads `$response.body#/more` from there.",
    ]);
  });

  it("each branch of a choice", async () => {
    const choice = prints({
      "schema: { $ref: '#/components/schemas/Look' }":
        "schema: { oneOf: [{ $ref: '#/components/schemas/Look' }, { $ref: '#/components/schemas/Gone' }] }",
    });
    expect(await problemsOf(choice, rules)).toEqual([
      "api.yaml:33:95 jobs/references `#/components/schemas/Gone` leads nowhere, and `print` reads `$response.body#/print/status` from there.",
    ]);
  });
});

describe("what a job is right without may be lost", () => {
  it.each([
    ["its progress", "Progress"],
    ["the errors, of a job and of a refusal", "Fault"],
    ["a field of the result that nobody reads", "More"],
    ["the schema of an id that a link hands on", "PaperId"],
    ["what the call that starts it takes", "Order"],
  ])("%s", async (_, schema) => {
    expect(await without(schema)).toEqual([]);
  });

  it("a part of an answer whose other part has the status", async () => {
    const parts = prints({
      "    Print: { type: object,":
        "    Print: { allOf: [{ $ref: '#/components/schemas/Base' }], type: object,",
    });
    expect(await problemsOf(parts, rules)).toEqual([]);
  });

  it("but not where the other part has none", async () => {
    const parts = prints({
      "    Print: { type: object, properties: { status: { $ref: '#/components/schemas/Status' } } }":
        "    Print: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { size: { type: number } } }] }",
    });
    expect(await problemsOf(parts, rules)).toEqual([
      "api.yaml:48:22 jobs/references `#/components/schemas/Base` leads nowhere, and `print` reads `$response.body#/print/status` from there.",
    ]);
  });
});

test("links of no job are somebody's documentation", async () => {
  const jobless = prints({ "      x-polling:\n": "      x-other:\n", "    Id: {": "    LostId: {" });
  expect(await problemsOf(jobless, rules)).toEqual([]);
});
