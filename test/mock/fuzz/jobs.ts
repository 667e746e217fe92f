import fc from "fast-check";
import { schemas } from "./schemas.ts";

const components = ["A", "B"];

export const statuses = { pending: "running", succeeded: "done", failed: "broken" } as const;

export interface Service {
  readonly components: { readonly schemas: { readonly Job: object } };
}

const state = fc.constantFrom<object>(
  {},
  { type: "string" },
  { type: "string", enum: Object.values(statuses) },
  { enum: ["done", "broken", "running", null] },
  { type: "string", minLength: 4, maxLength: 8 },
);
const percent = fc.constantFrom<object>({}, { type: "integer", maximum: 40 }, { type: "string" });
const part = schemas({ here: components, inside: components });

/** An object that tells of a job; some that leave no room for what it is asked for. */
const record = fc
  .record(
    {
      properties: fc.record(
        { state, percent, error: part, result: part, id: part, url: part },
        { requiredKeys: ["state"] },
      ),
      required: fc.subarray(["state", "error", "result", "id"]),
      more: fc.constantFrom<object>(
        { additionalProperties: false },
        { additionalProperties: true },
        { maxProperties: 1 },
        { maxProperties: 3 },
        { minProperties: 2 },
      ),
    },
    { requiredKeys: ["properties"] },
  )
  .map(({ more, ...schema }) => ({ type: "object", ...schema, ...more }));

const answer = fc.oneof(
  { weight: 3, arbitrary: record },
  part,
  fc.tuple(record, part).map((allOf) => ({ allOf })),
  fc.tuple(record, part).map((oneOf) => ({ oneOf })),
);

/** Documents of jobs, whose answers have room for what they are to say, or have not. */
export const services: fc.Arbitrary<Service> = fc
  .record({
    job: answer,
    started: answer,
    some: fc.tuple(
      ...components.map((_, at) => schemas({ here: components.slice(at + 1), inside: components })),
    ),
    polling: fc.record(
      {
        progress: fc.constant("$response.body#/percent"),
        requires: fc.constant(["result"]),
        failedIf: fc.constant("$response.body#/error"),
        error: fc.constantFrom(
          { message: "$response.body#/error" },
          { code: "$response.body#/error/a", message: "$response.body#/error/b" },
        ),
      },
      { requiredKeys: [] },
    ),
    link: fc.constantFrom<object>(
      { parameters: { id: "$response.body#/id" } },
      { parameters: { id: "$response.body#/a/b" } },
      { parameters: { id: "$response.header.X-Id" } },
      { "x-url": "$response.body#/url" },
      { "x-url": "$response.header.Location" },
    ),
  })
  .map(({ job, started, some, polling, link }) => {
    const json = (name: string): object => ({
      "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
    });
    const lists = Object.entries(statuses).map(([name, status]) => [name, [status]]);
    return {
      openapi: "3.1.0",
      info: { title: "Jobs", version: "1" },
      paths: {
        "/jobs": {
          post: {
            operationId: "startJob",
            responses: {
              "202": {
                description: "Started",
                content: json("Started"),
                links: { job: { operationId: "getJob", ...link } },
              },
            },
          },
        },
        "/jobs/{id}": {
          get: {
            operationId: "getJob",
            parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
            "x-polling": {
              job: "job",
              status: "$response.body#/state",
              ...polling,
              ...Object.fromEntries(lists),
            },
            responses: {
              "200": {
                description: "How it is",
                content: json("Job"),
                links: { again: { operationId: "getJob", "x-url": "$response.body#/url" } },
              },
            },
          },
        },
      },
      components: {
        schemas: {
          Job: job ?? {},
          Started: started,
          ...Object.fromEntries(components.map((name, index) => [name, some[index] ?? {}])),
        },
      },
    };
  });
