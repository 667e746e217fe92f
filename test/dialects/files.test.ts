import { expect, test } from "vitest";
import { givenProject } from "../build/project.ts";

const shared = {
  "redocly.yaml": "apis: { databases: { root: openapi.yaml } }\n",
  "openapi.yaml": `openapi: 3.1.0
info: { title: Databases, version: '1' }
servers: [{ url: https://api.test }]
paths:
  /databases/{id}: { $ref: database.yaml }
`,
};
const description = (polling: string): string => `get:
  operationId: getDatabase
${polling}  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
  responses:
    '200':
      description: The database
      content:
        application/json:
          schema: { type: object, properties: { status: { type: string, enum: [pending, ready, failed] } } }
`;
const polling = `  x-speakeasy-polling:
    - name: WaitForReady
      failureCriteria: [{ condition: $response.body#/status == "failed" }]
      successCriteria: [{ condition: $response.body#/status == "ready" }]
`;

test("a dialect is read wherever it stands, also in a file that the specification refers to", async () => {
  const project = givenProject({ ...shared, "database.yaml": description(polling) });
  const { report } = await project.build();
  expect(report.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(project.read("generated/databases/index.ts")).toContain('case "ready":');
});

test("without one there is no job", async () => {
  const project = givenProject({ ...shared, "database.yaml": description("") });
  await project.build();
  expect(project.read("generated/databases/index.ts")).not.toContain('case "ready":');
});

test("an overlay that declares the job in our words counts, and the dialect beside it is not read", async () => {
  const overlay = `overlay: 1.0.0
info: { title: Jobs, version: '1' }
actions:
  - target: $.paths['/databases/{id}'].get
    update:
      x-polling: { job: creation, status: $response.body#/status, pending: [pending], succeeded: [ready], failed: [failed] }
`;
  const project = givenProject({
    "redocly.yaml": "apis: { databases: { root: openapi.yaml, overlays: [jobs.overlay.yaml] } }\n",
    "openapi.yaml": shared["openapi.yaml"],
    "database.yaml": description(polling),
    "jobs.overlay.yaml": overlay,
  });
  const { report } = await project.build();
  expect(report.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(project.read("generated/databases/index.ts")).toContain("databases/creation");
});
