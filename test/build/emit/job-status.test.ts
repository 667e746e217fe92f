import { expect, test } from "vitest";
import { clientOf, declarationOf, faultsOf } from "../given.ts";

/** The client of an API whose job has this schema for its status. */
function given(state: string, polling = ""): string {
  return clientOf(`
    paths:
      /job:
        get:
          operationId: getJob
          x-polling: { job: job, status: $response.body#/a/state, pending: [busy], succeeded: [done]${polling} }
          responses:
            200: { content: { application/json: { schema:
              { type: object, properties: { a: { type: object, properties: { state: ${state} } } } } } } }
  `);
}

const listed = "{ type: string, enum: [busy, done] }";

test.each([
  ["listed values", listed, ""],
  ["any text", "{ type: string }", ""],
  ["values of another case", "{ type: string, enum: [Busy, DONE] }", ", ignoreCase: true"],
])("updates tell the status by the type that the answer has for it: %s", (_, state, polling) => {
  const client = given(state, polling);
  expect(declarationOf("JobStatus", client)).toBe(
    'export type JobStatus = NonNullable<NonNullable<GetJobAnswer["a"]>["state"]>;',
  );
  expect(client).toContain("Job<SampleClient, GetJobParams, GetJobAnswer, JobResult, object, JobStatus> =");
});

test("one that counts as something when it is missing may be undefined", () => {
  expect(declarationOf("JobStatus", given(listed, ", missing: pending"))).toBe(
    'export type JobStatus = NonNullable<GetJobAnswer["a"]>["state"] | undefined;',
  );
});

test("one of which the types say too little is unknown", () => {
  const client = given("{}");
  expect(() => declarationOf("JobStatus", client)).toThrow("There is no JobStatus in:");
  expect(client).toContain("Job<SampleClient, GetJobParams, GetJobAnswer, JobResult> =");
});

/** The client of an API whose job has such an answer. */
function answering(schema: string, polling = ""): string {
  return `
    paths:
      /job:
        get:
          operationId: getJob
          x-polling: { job: job, status: $response.body#/state, pending: [busy], succeeded: [done]${polling} }
          responses:
            200: { content: { application/json: { schema: ${schema} } } }
    components:
      schemas:
        Busy: { type: object, required: [state], properties: { state: { type: string, enum: [busy] } } }
        Done: { type: object, required: [state, url], properties: { state: { const: done }, url: { type: string } } }
        Bare: { type: object, properties: { url: { type: string } } }
  `;
}

const [busy, done, bare] = ["Busy", "Done", "Bare"].map((name) => `{ $ref: '#/components/schemas/${name}' }`);

test.each([
  ["oneOf", `{ oneOf: [${busy}, ${done}] }`],
  ["anyOf", `{ anyOf: [${busy}, ${done}], description: Either. }`],
  ["one in another", `{ oneOf: [{ oneOf: [${busy}, ${done}] }, ${done}] }`],
  ["with null", `{ type: object, oneOf: [${busy}, ${done}, { type: 'null' }] }`],
])("one that each branch of a choice has is a union, of which every member is in a list: %s", (_, schema) => {
  const client = clientOf(answering(schema));
  expect(declarationOf("JobStatus", client)).toBe(
    'export type JobStatus = NonNullable<NonNullable<GetJobAnswer>["state"]>;',
  );
  expect(client).toContain("satisfies never");
  expect(faultsOf(answering(schema))).toEqual([]);
});

test.each([
  [`{ oneOf: [${busy}, ${bare}] }`, "of the choice there, `Bare` has no `state`. Add it."],
  [
    `{ oneOf: [${busy}, ${bare}, { type: object }, { type: 'null' }] }`,
    "of the choice there, `Bare`, branch 3 have no `state`. Add it.",
  ],
  [
    "{ properties: { state: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }] }",
    "a choice stands beside the `properties` that have `state`. Move these into each branch.",
  ],
])("one that only some branches of a choice have is unknown, with a warning: %s", (schema, reason) => {
  expect(faultsOf(answering(schema))).toEqual([
    `warning /paths//job/get/x-polling/status: The type of the status is \`unknown\`: ${reason}`,
  ]);
});
