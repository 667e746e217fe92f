import { bundle, createConfig } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import jobs from "../../scripts/plugin/index.ts";
import { FilesInMemory, problemsOf } from "./lint.ts";
import { tasks } from "./tasks.ts";

describe("a description that uses the extensions rightly has no problem", () => {
  it("with everything there is, over two files", async () => {
    expect(await problemsOf(tasks)).toEqual([]);
  });

  it("with answers of any media type, as frameworks write them", async () => {
    const files = Object.entries(tasks).map(([file, text]) => [
      file,
      text.replaceAll("application/json", "'*/*'"),
    ]);
    expect(await problemsOf(Object.fromEntries(files))).toEqual([]);
  });

  it("with one answer for whatever there may be", async () => {
    const files = Object.entries(tasks).map(([file, text]) => [file, text.replaceAll("'200':", "default:")]);
    expect(await problemsOf(Object.fromEntries(files))).toEqual([]);
  });

  it("with nothing but HTTP: 202 while it goes on, 303 to the result, 410 when it is gone", async () => {
    const files = `openapi: 3.0.3
info: { title: Plain HTTP, version: 1.0.0 }
paths:
  /reports:
    post:
      operationId: createReport
      responses:
        '202':
          description: Accepted.
          links: { status: { operationId: getReportStatus, x-url: $response.header.Location } }
  /reports/{id}/status:
    get:
      operationId: getReportStatus
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      x-polling:
        job: report
        status: $statusCode
        pending: [202]
        succeeded: [303]
        failed: [410]
        result: $response.header.Location
        error: { code: [$response.header.X-Reason, $statusCode], message: $response.body#/title }
        timeout: 30m
      responses:
        '202': { description: Still at work. }
        '303': { description: Done., headers: { Location: { schema: { type: string } } } }
        '410':
          description: Gone.
          content:
            application/problem+json: { schema: { type: object, properties: { title: { type: string } } } }
`;
    expect(await problemsOf(files)).toEqual([]);
  });

  it("with schemas that are open, contain themselves, or have their enum in parts", async () => {
    const files = `openapi: 3.1.0
info: { title: Schemas, version: 1.0.0 }
paths:
  /trees/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getTree
      x-polling:
        job: tree
        status: [$response.body#/children/0/children/1/state, $response.body#/labels/state, $response.body#/pair/1]
        pending: [growing, sown]
        succeeded: [grown]
        failed: [felled, true]
        result: $response.body#/anything/at/all
        failedIf: [$response.body#/alias/own, $response.body#/alias/beside, $response.body#/alias/end]
        requires: [leaves]
      responses:
        '200':
          description: A tree.
          content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } }
components:
  schemas:
    Tree:
      allOf: [{ $ref: '#/components/schemas/Node' }, { $ref: '#/components/schemas/Tree' }]
    Node:
      type: object
      properties:
        state:
          oneOf: [{ const: growing }, { enum: [grown, felled, ''] }, { type: 'null' }]
        children: { type: array, items: { $ref: '#/components/schemas/Tree' } }
        labels: { type: object, patternProperties: { ^st: { enum: [sown, grown] } } }
        pair: { type: array, prefixItems: [{ type: string }, { const: true }], items: false }
        anything: { type: object }
        alias: { $ref: '#/components/schemas/Alias', properties: { own: {} } }
    Alias: { $ref: '#/components/schemas/End', properties: { beside: {} } }
    End: { type: object, properties: { end: {} } }
`;
    expect(await problemsOf(files)).toEqual([]);
  });

  it("with blocks by $ref, and keys beside the $ref", async () => {
    const files = {
      "api.yaml": `openapi: 3.1.0
info: { title: Shared, version: 1.0.0 }
x-errors: { $ref: shared.yaml#/errors, ok: [0] }
paths:
  /jobs:
    get:
      operationId: getJob
      x-polling: { $ref: shared.yaml#/polling, job: exportJob, failed: { $ref: shared.yaml#/failed } }
      responses: { '200': { description: A job., content: { application/json: { schema: { properties: { status: {}, code: {} } } } } } }
`,
      "shared.yaml": `errors: { code: $response.body#/code, retry: [1] }
failed: [failed]
polling: { job: Not a name, status: $response.body#/status, succeeded: [done], timeout: 5m }
`,
    };
    expect(await problemsOf(files)).toEqual([]);
    const { bundle: bundled } = await bundle({
      ref: "/api.yaml",
      config: await createConfig({ plugins: [jobs()] }),
      externalRefResolver: new FilesInMemory(files),
    });
    expect(bundled.parsed).toMatchObject({
      "x-errors": { code: "$response.body#/code", retry: [1], ok: [0] },
      paths: {
        "/jobs": {
          get: {
            "x-polling": {
              job: "exportJob",
              status: "$response.body#/status",
              succeeded: ["done"],
              failed: ["failed"],
              timeout: "5m",
            },
          },
        },
      },
    });
  });

  it("with a status whose enum is open to other values, which may be listed as well", async () => {
    const files = tasks["tasks.yaml"] ?? "";
    const shared = (tasks["shared.yaml"] ?? "").replace(
      "{ type: string, enum: [queued, running, done, failed, canceled] }",
      "{ anyOf: [{ enum: [queued, done] }, { type: string }] }",
    );
    expect(await problemsOf({ "tasks.yaml": files, "shared.yaml": shared })).toEqual([]);
  });
});
