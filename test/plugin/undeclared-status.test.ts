import { expect, it } from "vitest";
import { problemsOf } from "./lint.ts";

/** What is said of a status that is read with `expression` from a body with such a schema. */
async function said(content: string, polling: string): Promise<readonly string[]> {
  return problemsOf(`openapi: 3.1.0
info: { title: Jobs, version: 1.0.0 }
paths:
  /job:
    get:
      operationId: getJob
      x-polling: { job: work, succeeded: [done], ${polling} }
      responses: { '200': { description: A job., content: { application/json: { ${content} } } } }
components:
  schemas:
    Open: { type: object, properties: { state: { type: string } }, additionalProperties: true }
`);
}

const at = "api.yaml:7:58 jobs/x-polling The schema of the 200 answer";
const free = "and allows any name there.";

it.each([
  [
    "beside others, of which one has nearly its name",
    "schema: { $ref: '#/components/schemas/Open' }",
    "stat",
    `${at} declares no \`stat\`, ${free} -> $response.body#/state`,
  ],
  [
    "beside others",
    "schema: { $ref: '#/components/schemas/Open' }",
    "phase",
    `${at} declares no \`phase\`, ${free} It has \`state\`.`,
  ],
  [
    "further in, where it is declared further out",
    "schema: { properties: { status: {}, data: { type: object } } }",
    "data/status",
    `${at} declares no \`status\` in \`/data\`, ${free} -> $response.body#/status`,
  ],
  [
    "in an object of which nothing is said",
    "schema: { type: object }",
    "state",
    `${at} declares no \`state\`, ${free}`,
  ],
  ["in a body of which nothing is said", "", "state", `${at} declares no \`state\`, ${free}`],
  [
    "in a map",
    "schema: { additionalProperties: { type: string } }",
    "state",
    `${at} declares no \`state\`, ${free}`,
  ],
  [
    "on the way, which is said once",
    "schema: { additionalProperties: { type: object } }",
    "job/state",
    `${at} declares no \`job\`, ${free}`,
  ],
  [
    "in no branch of a choice",
    "schema: { oneOf: [{ $ref: '#/components/schemas/Open' }, { type: object }] }",
    "stat",
    `${at} declares no \`stat\`, ${free} -> $response.body#/state`,
  ],
])("a status that no schema declares is a warning: %s", async (_, content, pointer, problem) => {
  expect(await said(content, `status: $response.body#/${pointer}`)).toEqual([problem]);
});

it("of several expressions, each is looked at", async () => {
  const both = "status: [$response.body#/state, $response.body#/stat]";
  expect(await said("schema: { $ref: '#/components/schemas/Open' }", both)).toEqual([
    `${at.replace(":58", ":82")} declares no \`stat\`, ${free} -> $response.body#/state`,
  ]);
});

it.each([
  ["it is declared", "schema: { $ref: '#/components/schemas/Open' }"],
  [
    "a part of the schema declares it",
    "schema: { allOf: [{ type: object }, { $ref: '#/components/schemas/Open' }] }",
  ],
  [
    "a branch declares it",
    "schema: { anyOf: [{ additionalProperties: true }, { $ref: '#/components/schemas/Open' }] }",
  ],
  ["a pattern does", "schema: { patternProperties: { '^s': { type: string } } }"],
])("a status is let pass where %s", async (_, content) => {
  expect(await said(content, "status: $response.body#/state")).toEqual([]);
});

it("what else is read of an open object may have any name", async () => {
  const polling =
    "status: $response.body#/state, result: $response.body#/what/ever, failedIf: $response.body#/wrong";
  expect(await said("schema: { $ref: '#/components/schemas/Open' }", polling)).toEqual([]);
});
