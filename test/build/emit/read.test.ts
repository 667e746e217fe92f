import { describe, expect, test } from "vitest";
import { clientOf, declarationOf, lines } from "../given.ts";

/** The `read` of a job, from its `x-polling` (without name) and the schema of the answer. */
function readOf(polling: string, schema: string): string {
  const job = declarationOf("job", jobClient(polling, schema));
  return lines(/^ {2}read[\s\S]*?^ {2}\},/m.exec(job)?.[0] ?? job);
}

function jobClient(polling: string, schema: string, responses = ""): string {
  return clientOf(`
    paths:
      /job:
        get:
          operationId: getJob
          x-polling: { job: job, ${oneLine(polling)} }
          responses:
            200: { content: { application/json: { schema: ${oneLine(schema)} } } }
            ${responses}
  `);
}

function oneLine(yaml: string): string {
  return yaml.replace(/\s*\n\s*/g, " ");
}

const state = "status: $response.body#/state";
const lists = "pending: [new, busy], succeeded: [done], failed: [bad]";

interface Case {
  readonly polling: string;
  readonly schema: string;
  readonly read: string;
}

const cases: Record<string, Case> = {
  "every status of a closed list has a case, and tsc looks after that": {
    polling: `${state}, ${lists}, canceled: [withdrawn]`,
    schema:
      "{ type: object, properties: { state: { type: string, enum: [new, busy, done, bad, withdrawn] } } }",
    read: `
      read({ body }) {
        const status = body?.state;
        if (blank(status)) return missing();
        switch (status) {
          case "new":
          case "busy":
            return pending(status);
          case "done":
            return succeeded(status, body);
          case "bad":
            return failed(status);
          case "withdrawn":
            return canceled(status);
          default:
            return unlisted(status satisfies never, ["string"], pending(status));
        }
      },
    `,
  },
  "numbers and booleans are cases of their own type": {
    polling: `status: $response.body#/code, pending: [1, -2], succeeded: [true], otherwise: failed, missing: pending`,
    schema: "{ type: object, properties: { code: {} } }",
    read: `
      read({ body }) {
        const status: unknown = body?.code;
        if (blank(status)) return missing(pending(status));
        switch (status) {
          case 1:
          case -2:
            return pending(status);
          case true:
            return succeeded(status, body);
          default:
            return unlisted(status, ["number", "boolean"], failed(status));
        }
      },
    `,
  },
  "folded statuses are compared folded, and reported as they came": {
    polling: `${state}, pending: [New], succeeded: [DONE], ignoreCase: true`,
    schema: "{ type: object, properties: { state: { type: string, enum: [NEW, Done] } } }",
    read: `
      read({ body }) {
        const status = body?.state;
        if (blank(status)) return missing();
        const folded = fold(status);
        switch (folded) {
          case "new":
            return pending(status);
          case "done":
            return succeeded(status, body);
          default:
            folded satisfies never;
            return unlisted(status, ["string"], pending(status));
        }
      },
    `,
  },
  "a text that may be anything leaves tsc nothing to look after": {
    polling: `${state}, pending: [new], succeeded: [done]`,
    schema: "{ type: object, properties: { state: { type: string } } }",
    read: `
      read({ body }) {
        const status = body?.state;
        if (blank(status)) return missing();
        switch (status) {
          case "new":
            return pending(status);
          case "done":
            return succeeded(status, body);
          default:
            return unlisted(status, ["string"], pending(status));
        }
      },
    `,
  },
  "where the types cannot follow, the answer is looked into without them": {
    polling: `status: $response.body#/jobs/a~1b/0/state, succeeded: [done], result: $response.body#/constructor`,
    schema: "{ type: object, properties: { jobs: { type: object, additionalProperties: true } } }",
    read: `
      read({ body }) {
        const status: unknown = at(body, "jobs", "a/b", 0, "state");
        if (blank(status)) return missing();
        switch (status) {
          case "done":
            return succeeded(status, at(body, "constructor"));
          default:
            return unlisted(status, ["string"], pending(status));
        }
      },
    `,
  },
  "the HTTP status speaks first in a refused answer, and last in an accepted one": {
    polling: `status: [$response.body#/state, $statusCode], pending: [202], succeeded: [done, 303], failed: [404]`,
    schema: "{ type: object, properties: { state: { type: string } } }",
    read: `
      read({ status: httpStatus, body }) {
        const status: unknown = httpStatus >= 300 ? httpStatus : first<unknown>(body?.state, httpStatus);
        if (blank(status)) return missing();
        switch (status) {
          case 202:
            return pending(status);
          case "done":
          case 303:
            return succeeded(status, body);
          case 404:
            return failed(status);
          default:
            return unlisted(status, ["string", "number"], pending(status));
        }
      },
    `,
  },
  "a listed code of a refusal is the status, and else the HTTP status; nothing more is read of a refused answer":
    {
      polling: `status: [$errorCode, $response.body#/state, $statusCode], pending: [NOT_READY, 409, 4001],
      succeeded: [done, 200], failed: [404], error: { code: $errorCode }`,
      schema: "{ type: object, properties: { state: { type: string } } }",
      read: `
      read({ status: httpStatus, headers, body }) {
        const refused = errors({ status: httpStatus, headers, body });
        const status: unknown = refused
          ? first<unknown>(["NOT_READY", 4001, "done"].find((each) => each === refused.code), httpStatus)
          : first<unknown>(body?.state, httpStatus);
        if (blank(status)) return missing();
        switch (status) {
          case "NOT_READY":
          case 409:
          case 4001:
            return pending(status);
          case "done":
          case 200:
            return succeeded(status, body);
          case 404:
            return failed(status, errors({ status: httpStatus, headers, body })?.code);
          default:
            return unlisted(status, ["string", "number"], pending(status));
        }
      },
    `,
    },
  "codes are folded as statuses are, without one it is missing, and the refusal says why a job has failed": {
    polling:
      "status: $errorCode, pending: [Not_Ready], succeeded: [done], failed: [lost], missing: pending, ignoreCase: true",
    schema: "{ type: object }",
    read: `
      read({ status: httpStatus, headers, body }) {
        const refused = errors({ status: httpStatus, headers, body });
        const status: unknown = refused
          ? ["not_ready", "done", "lost"].find((each) => each === fold(refused.code))
          : undefined;
        if (blank(status)) return missing(pending(status));
        const folded = fold(status);
        switch (folded) {
          case "not_ready":
            return pending(status);
          case "done":
            return succeeded(status, body);
          case "lost":
            return failed(status, refused?.code, refused?.reason);
          default:
            return unlisted(status, ["string"], pending(status));
        }
      },
    `,
  },
  "the HTTP status alone is never missing": {
    polling: "status: $statusCode, pending: [202], succeeded: [200]",
    schema: "{ type: object }",
    read: `
      read({ status: httpStatus, body }) {
        const status: unknown = httpStatus;
        switch (status) {
          case 202:
            return pending(status);
          case 200:
            return succeeded(status, body);
          default:
            return unlisted(status, ["number"], pending(status));
        }
      },
    `,
  },
  "a succeeded job without its result is still pending, and with an error it has failed": {
    polling: `${state}, succeeded: [done], result: $response.body#/file, requires: [url, size],
      failedIf: [$response.body#/fault, $response.header.X-Fault],
      error: { code: $response.body#/fault/code, message: [$response.body#/fault/text, $response.body#/note] }`,
    schema: `{ type: object, properties: {
      state: { const: done }, note: { type: string },
      file: { type: object, properties: { url: { type: string }, size: { type: integer } } },
      fault: { type: object, properties: { code: { type: integer }, text: { type: string } } } } }`,
    read: `
      read({ headers, body }) {
        const status = body?.state;
        if (blank(status)) return missing();
        const result = body?.file;
        switch (status) {
          case "done":
            if (filled(body?.fault, headers.get("X-Fault")))
              return failed(status, body?.fault?.code, first<unknown>(body?.fault?.text, body?.note));
            return has(result, "url", "size") ? succeeded(status, result) : incomplete(status);
          default:
            return unlisted(status satisfies never, ["string"], pending(status));
        }
      },
    `,
  },
  "fields that the types do not know are required all the same": {
    polling: `${state}, succeeded: [done], requires: [url], error: { message: $response.body#/why }`,
    schema: "{ type: object, properties: { state: { type: string } }, additionalProperties: true }",
    read: `
      read({ body }) {
        const status = body?.state;
        if (blank(status)) return missing();
        const result = at(body) as Record<string, unknown> | undefined;
        switch (status) {
          case "done":
            return has(result, "url") ? succeeded(status, result) : incomplete(status);
          default:
            return unlisted(status, ["string"], pending(status));
        }
      },
    `,
  },
};

describe("reading a status", () => {
  for (const [name, { polling, schema, read }] of Object.entries(cases)) {
    test(name, () => {
      expect(readOf(polling, schema)).toBe(lines(read));
    });
  }

  test("progress is a percentage, or a share of a total that may be fixed", () => {
    const schema = "{ type: object, properties: { state: {}, a: { type: integer }, b: { type: integer } } }";
    const progressOf = (progress: string): string | undefined =>
      /progress: (.*),/.exec(jobClient(`${state}, succeeded: [1], progress: ${progress}`, schema))?.[1];
    expect(progressOf("$response.body#/a")).toBe("({ body }) => percent(body?.a)");
    expect(progressOf("{ done: $response.body#/a, total: $response.body#/b }")).toBe(
      "({ body }) => share(body?.a, body?.b)",
    );
    expect(progressOf("{ done: $response.header.X-Done, total: 1 }")).toBe(
      `({ headers }) => share(headers.get("X-Done"), 1)`,
    );
  });

  test("the pace is in milliseconds", () => {
    const pace = "delay: 1.5s, minInterval: 500ms, maxInterval: 2m, timeout: 1d";
    expect(jobClient(`${state}, succeeded: [1], ${pace}`, "{}")).toContain(
      "pace: { delay: 1_500, minInterval: 500, maxInterval: 120_000, timeout: 86_400_000 },",
    );
  });
});

describe("the type of a result", () => {
  const inner = "{ type: object, properties: { a: { type: string } } }";
  const resultOf = (polling: string, schema: string, responses?: string): string =>
    declarationOf("JobResult", jobClient(`${state}, succeeded: [1], ${polling}`, schema, responses)).replace(
      /^export type JobResult =\s*/,
      "",
    );

  test("is that of the whole answer, or of the place in it, with what may be missing on the way", () => {
    const schema = `{ type: object, required: [data], properties: {
      data: { type: object, properties: { file: ${inner}, files: { type: array, items: ${inner} } } } } }`;
    expect(resultOf("missing: failed", schema)).toBe("GetJobAnswer;");
    expect(resultOf("result: $response.body#/data/file", schema)).toBe(`GetJobAnswer["data"]["file"];`);
    expect(resultOf("result: $response.body#/data/file/a", schema)).toBe(
      `NonNullable<GetJobAnswer["data"]["file"]>["a"] | undefined;`,
    );
    expect(resultOf("result: $response.body#/data/files/0", schema)).toBe(
      `NonNullable<GetJobAnswer["data"]["files"]>[number] | undefined;`,
    );
    expect(resultOf("result: $response.body#/data/file, requires: [a]", schema)).toBe(
      `Require<NonNullable<GetJobAnswer["data"]["file"]>, "a">;`,
    );
  });

  test("knows that an answer may be empty", () => {
    const schema = `{ type: object, properties: { file: ${inner} } }`;
    expect(resultOf("result: $response.body#/file", schema, "204: {}")).toBe(
      `NonNullable<GetJobAnswer>["file"] | undefined;`,
    );
  });

  test("is unknown where the types do not reach", () => {
    const schema = `{ oneOf: [${inner}, { type: object, properties: { b: {} } }] }`;
    expect(resultOf("result: $response.body#/a", schema)).toBe("unknown;");
    expect(resultOf("result: $response.body#/a, requires: [x]", schema)).toBe(
      `Require<Record<string, unknown>, "x">;`,
    );
    expect(resultOf("result: $response.header.Location", schema)).toBe("string | null;");
  });
});

test("a client says once what counts for a status in no list, where it has such a place", () => {
  const client = jobClient(`${state}, ${lists}`, "{ type: object, properties: { state: { type: string } } }");
  expect(client.match(/^\/\/ `unlisted`: .*\nimport \{/gm)).toHaveLength(1);
  expect(clientOf("paths: {}")).not.toContain("unlisted");
});
