import { describe, expect, test } from "vitest";
import { createExportTask, createFeishuClient, exportTask, getExportTask } from "../../../src/feishu.ts";
import { poll, start } from "../../../src/index.ts";
import { errorOf, type Said, type Treatment, type Tried, treatmentOf } from "./treatment.ts";

const document = "docbcZVGtv1papC6jAVGiyabcef";
const params = { ticket: "6933093124755423251", token: document };
const feishu: Tried = {
  call: (auth, fetch) => getExportTask(createFeishuClient({ auth, fetch }), params),
  poll: (auth, fetch, options, startedAt) => {
    const ref = { job: "feishu/exportTask", params, ...(startedAt === undefined ? {} : { startedAt }) };
    return poll(createFeishuClient({ auth, fetch }), exportTask, ref, options).result();
  },
  start: (auth, fetch, options) => {
    const body = { file_extension: "pdf", token: document, type: "docx" } as const;
    return start(createFeishuClient({ auth, fetch }), createExportTask, { body }, options);
  },
  succeeded: {
    status: 200,
    body: { code: 0, msg: "success", data: { result: { job_status: 0, file_token: "b" } } },
  },
  started: { status: 200, body: { code: 0, msg: "success", data: { ticket: "1" } } },
};

const logId = "202407012039410101170171170B2A4C11";

type Row = readonly [status: number, code: number, msg: string, treatment: Treatment];

/** An asterisk says that the documents give no HTTP status for the code, so that one is assumed. */
const documented: Record<string, readonly Row[]> = {
  "export tasks": [
    [500, 1069901, "internal error", "poll again"],
    [403, 1069902, "no permission", "final"],
    [400, 1069904, "invalid param", "final"],
    [404, 1069906, "docs deleted", "not found"],
    [410, 1069906, "docs deleted", "final"],
    [404, 1069914, "invalid file token", "not found"],
    [400, 1069918, "file extension and type mismatch", "final"],
    [429, 1069923, "too many requests", "again"],
    [200, 600, "hybrid resource expired", "again"],
    [400, 1060001, "param is invalid", "final"],
  ],
  "import tasks": [
    [500, 1069903, "internal error", "poll again"],
    [500, 1069905, "internal error", "poll again"],
    [403, 1069906, "docs deleted", "final"],
    [404, 1069907, "file token not found", "not found"],
    [403, 1069908, "mount point not found or no permission", "final"],
    [400, 1069909, "import file size over limit", "final"],
    [400, 1069910, "import file extension not match", "final"],
    [400, 1069911, "import file type not match", "final"],
    [400, 1069912, "folder not exist", "final"],
    [400, 1069913, "import file token expired", "final"],
    [400, 1069914, "invalid file token", "final"],
  ],
  "getting a token": [
    [200, 10003, "invalid param", "final"],
    [200, 10014, "app id not exists", "final"],
    [200, 10015, "app secret invalid", "final"], // *
    [200, 10005, "app or tenant information wrong", "final"], // *
    [200, 10012, "getting the app token failed", "final"], // *
    [200, 10013, "getting the tenant token failed", "final"], // *
    [200, 99991543, "app id or secret does not exist", "final"], // *
    [200, 2200, "internal error", "poll again"],
  ],
  "the platform": [
    [429, 99991400, "request trigger frequency limit", "again"],
    [400, 99991400, "request trigger frequency limit", "again"],
    [400, 99991403, "monthly quota used up", "final"], // *
    [400, 99991401, "ip not allowed", "final"], // *
    [400, 99991661, "Missing access token for authorization.", "final"],
    [400, 99991663, "Invalid access token for authorization.", "new token, final"], // *
    [400, 99991664, "app access token invalid", "new token, final"], // *
    [400, 99991665, "tenant access token invalid", "new token, final"], // *
    [400, 99991668, "Invalid access token for authorization.", "new token, final"], // *
    [400, 99991671, "token must start with t- or u-", "new token, final"], // *
    [400, 99991677, "user access token expired", "new token, final"], // *
    [400, 99991672, "Access denied. One of the following scopes is required.", "final"],
    [400, 99991676, "token lacks permission", "final"], // *
    [400, 99991679, "user has not granted the scope", "final"], // *
    [400, 99991662, "app disabled", "final"], // *
    [400, 99991673, "app not usable in this tenant", "final"], // *
    [404, 99991201, "wrong path", "not found"],
    [400, 99991301, "wrong method", "final"], // *
    [400, 99992402, "field validation failed", "final"], // *
    [400, 1002, "document deleted", "final"], // *
    [400, 600, "data loading", "again"], // *
    [400, 2200, "internal error", "poll again"], // *
  ],
};

for (const [where, rows] of Object.entries(documented)) {
  describe(where, () => {
    test.each(rows)("HTTP %i with %i, %s: %s", async (status, code, msg, treatment) => {
      const body = { code, msg };
      const said: Said = { status, headers: { "x-tt-logid": logId }, body };
      expect(await errorOf(feishu, said)).toEqual({
        name: "ApiError",
        message: `getExportTask: HTTP ${status}, code ${code}: ${msg} (request id ${logId})`,
        operation: "getExportTask",
        status,
        code,
        reason: msg,
        requestId: logId,
        retryAfter: undefined,
        body,
      });
      expect(await treatmentOf(feishu, said)).toBe(treatment);
    });
  });
}

test("a call too many says when to come back, with HTTP 429 and with 400", async () => {
  for (const status of [429, 400]) {
    const body = { code: 99991400, msg: "request trigger frequency limit" };
    const headers = { "x-ogw-ratelimit-limit": "100", "x-ogw-ratelimit-reset": "52" };
    const error = await errorOf(feishu, { status, headers, body });
    expect(error).toMatchObject({ status, code: 99991400, retryAfter: 52_000 });
  }
});

test.each(["log_id", "logid"])("without the header, the request's id is the body's %s", async (name) => {
  const body = { code: 99991672, msg: "Access denied.", error: { [name]: logId } };
  expect(await errorOf(feishu, { status: 400, body })).toMatchObject({ requestId: logId, body });
});

test.each<[string, Said, string, Treatment]>([
  [
    "the page of a gateway",
    { status: 502, body: "<html><h1>502 Bad Gateway</h1></html>" },
    "getExportTask: HTTP 502: answered with text/html: <html><h1>502 Bad Gateway</h1></html>",
    "poll again",
  ],
  [
    "nothing at all",
    { status: 504, body: "" },
    "getExportTask: HTTP 504: answered with an empty body",
    "poll again",
  ],
  [
    "a page in place of an answer",
    { status: 200, body: "<html>Log in</html>" },
    "getExportTask: HTTP 200: expected JSON, got text/html: <html>Log in</html>",
    "poll again",
  ],
])("%s has no code, and what came stands in the error", async (_, said, message, treatment) => {
  const error = await errorOf(feishu, { ...said, headers: { "x-tt-logid": logId } });
  expect(error).toMatchObject({
    status: said.status,
    message: `${message} (request id ${logId})`,
    requestId: logId,
  });
  expect(error.code).toBeUndefined();
  expect(await treatmentOf(feishu, said)).toBe(treatment);
});
