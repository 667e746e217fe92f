import { describe, expect, test } from "vitest";
import { clientOf, commentOf, declarationOf, lines } from "../given.ts";

/** A start, its job, and a link from the job's answer. The links are flow maps. */
function given({ start = "", next = "" }: { start?: string; next?: string }): string {
  return clientOf(`
    paths:
      /jobs:
        post:
          operationId: createJob
          parameters: [{ name: dry-run, in: query, schema: { type: boolean } }]
          requestBody:
            content: { application/json: { schema: { type: object, properties: { token: { type: string } } } } }
          responses:
            202:
              content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
              links: { ${start} }
      /jobs/{id}:
        get:
          operationId: getJob
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: token, in: query, schema: { type: string } }
          x-polling: { job: job, status: $response.body#/state, succeeded: [done] }
          responses:
            200:
              content:
                application/json:
                  schema: { type: object, properties: { state: { const: done }, files: { type: array, items: { type: string } } } }
              links: { ${next} }
      /files/{id}:
        post:
          operationId: getFile
          parameters:
            - { name: id, in: path, required: true, schema: { type: string } }
            - { name: part, in: query, schema: { type: integer } }
            - { name: X-Language, in: header, schema: { type: string } }
          requestBody: { content: { application/json: {} } }
          responses: { 200: { content: { application/pdf: {} } } }
  `);
}

function paramsIn(code: string, name: string): string {
  return lines(
    new RegExp(`${name}[\\s\\S]*?\\n( +(?:params: )?\\(.*\\) => (?:\\(.*\\)|\\{[\\s\\S]*?\\n +\\})),`).exec(
      code,
    )?.[1] ?? code,
  );
}

describe("a link from a start to a job", () => {
  test("makes the operation a starter", () => {
    const client = given({
      start: "status: { operationId: getJob, parameters: { id: $response.body#/id } }",
    });
    expect(declarationOf("createJob", client)).toBe(
      lines(`
        export const createJob: Starter<SampleClient, CreateJobParams, CreateJobAnswer, typeof job, "createJob"> =
          /* @__PURE__ */ starter(
            /* @__PURE__ */ define<CreateJobParams, CreateJobAnswer, "createJob">(
              "createJob",
              "POST",
              "/jobs",
              "dry-run=query",
            ),
            job,
            (_request, { body }) => ({ id: body?.id }),
          );
      `),
    );
    expect(commentOf("createJob", client)).toBe(
      lines(`
        /**
         * \`POST /jobs\`
         *
         * Starts {@link job}: \`start(sample, createJob, …)\`.
         */
      `),
    );
    expect(commentOf("job", client)).toBe("/** Asked with {@link getJob}, started by {@link createJob}. */");
  });

  test("say of a job what is done, and leave the rest to the operation that it links to", () => {
    const preview =
      "<Warning>\\n\\nA preview.\\n\\n</Warning>\\n\\nAmong others:\\n\\n- this\\n\\nTells how\\nit is.\\n\\nMore.";
    const client = clientOf(`paths: { "/jobs/{id}": { get: {
      operationId: getJob, summary: A job, description: "${preview}", x-polling: { job: job, status: $response.body, succeeded: [done] },
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }],
      responses: { 200: { description: It, content: { application/json: { schema: { type: string } } } } }
    } } }`);
    expect(commentOf("job", client)).toBe(
      lines(`
        /**
         * A job
         *
         * Tells how it is.
         *
         * Asked with {@link getJob}.
         */
      `),
    );
    expect(commentOf("getJob", client)).toContain(" * - this\n *\n * Tells how it is.\n *\n * More.\n");
  });

  test("takes parameters from the request, its body, and constants; an empty optional one is left out", () => {
    const start = `status: { operationId: getJob, parameters: { id: fixed, token: $request.body#/token } }`;
    expect(paramsIn(declarationOf("createJob", given({ start })), "starter")).toBe(
      `(request) => ({ id: "fixed", ...present({ token: request?.body?.token }) })`,
    );
  });

  test("reads parameters off a URL, which is never followed", () => {
    const start = `status: { operationId: getJob, x-url: $response.header.Location, parameters: { token: $request.query.dry-run } }`;
    expect(paramsIn(declarationOf("createJob", given({ start })), "starter")).toBe(
      lines(`
        (request, { headers }, client) => {
          const found = fromUrl(client, getJob.call, headers.get("Location"));
          return { id: found["id"], ...present({ token: request?.["dry-run"] }) };
        }
      `),
    );
  });

  test("counts only when it leads to a polled operation, the first such link first", () => {
    const other = "other: { operationId: getFile, parameters: { id: a } }";
    expect(given({ start: other })).not.toContain("starter");
    const two = `${other}, b: { operationId: getJob, parameters: { id: b } }, c: { operationId: getJob, parameters: { id: c } }`;
    expect(paramsIn(declarationOf("createJob", given({ start: two })), "starter")).toBe(
      `() => ({ id: "b" })`,
    );
  });
});

describe("a link from a job to what comes after", () => {
  const download = `download: { operationId: getFile, parameters: { path.id: $response.body#/files/0 }, requestBody: { ids: [$request.path.id, 1], all: true, deep: { x-y: $response.header.X, none: null } } }`;

  test("says what it gives, so that the caller gives the rest", () => {
    expect(declarationOf("JobLinks", given({ next: download }))).toBe(
      lines(`
        export interface JobLinks {
          /** {@link getFile} */
          readonly download: Link<
            SampleClient,
            GetJobParams,
            GetJobAnswer,
            Operation<SampleClient, GetFileParams, Download>,
            "id" | "body"
          >;
        }
      `),
    );
  });

  test("fills a body with expressions at any depth", () => {
    expect(declarationOf("job", given({ next: download }))).toContain(
      lines(`
        links: {
            download: {
              to: () => getFile,
              params: (request, { headers, body }) => ({
                id: body?.files?.[0],
                body: { ids: [request?.id, 1], all: true, deep: { "x-y": headers.get("X"), none: null } },
              }),
            },
          },
      `),
    );
  });

  test("gives what must be in a URL, and what may be there if it is; never headers", () => {
    const client = given({ next: "download: { operationId: getFile, x-url: $response.body#/files/0 }" });
    expect(declarationOf("JobLinks", client)).toContain(`"id"\n`);
    expect(declarationOf("job", client)).toContain(`return { ...found, id: found["id"] };`);
  });

  test("may give nothing at all, and there may be none", () => {
    const client = given({ next: "download: { operationId: getFile }" });
    expect(declarationOf("JobLinks", client)).toContain("never\n");
    expect(declarationOf("job", client)).toContain("params: () => ({}),");
    expect(declarationOf("job", given({}))).toContain("links: {},");
    expect(declarationOf("job", given({}))).toContain(
      "Job<SampleClient, GetJobParams, GetJobAnswer, JobResult, object, JobStatus> =",
    );
  });
});
