import { expect, test } from "vitest";
import { clientOf, declarationOf } from "../given.ts";

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
  const client = given("{ oneOf: [{ type: string }, { type: integer }] }");
  expect(() => declarationOf("JobStatus", client)).toThrow("There is no JobStatus in:");
  expect(client).toContain("Job<SampleClient, GetJobParams, GetJobAnswer, JobResult> =");
});
