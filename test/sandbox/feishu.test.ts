import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { type Answer, asApp, ask, field, send } from "./ask.ts";

const tasks = "https://open.feishu.cn/open-apis/drive/v1/export_tasks";
const token = "docbcZVGtv1papC6jAVGiyabcef";

let sandbox: Sandbox;
let app: Record<string, string>;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 1, 6) });
  sandbox = createSandbox();
  app = await asApp(sandbox);
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

const create = (body: unknown, headers = app): Promise<Answer> =>
  ask(sandbox, `POST ${tasks}`, headers, body);
const get = (ticket: string, headers = app, document = token): Promise<Answer> =>
  ask(sandbox, `GET ${tasks}/${ticket}?token=${document}`, headers);
const result = (job: Record<string, unknown>): Answer => ({
  status: 200,
  body: { code: 0, msg: "success", data: { result: job } },
});

describe("an export task", () => {
  it("is initialised, processed, done, and its file can be downloaded for ten minutes", async () => {
    expect(await create({ file_extension: "pdf", token, type: "doc" })).toEqual({
      status: 200,
      body: { code: 0, msg: "success", data: { ticket: "7143131813848809492" } },
    });
    const kind = { file_extension: "pdf", type: "doc" };
    expect(await get("7143131813848809492")).toEqual(result({ ...kind, job_status: 1 }));
    vi.advanceTimersByTime(1000);
    expect(await get("7143131813848809492")).toEqual(result({ ...kind, job_status: 2 }));
    vi.advanceTimersByTime(3000);
    // The example of the vendor's page, field for field.
    expect(await get("7143131813848809492")).toEqual({
      status: 200,
      body: {
        code: 0,
        msg: "success",
        data: {
          result: {
            file_extension: "pdf",
            type: "doc",
            file_name: "docName",
            file_token: "boxcnxe5OdjlAkNgSNdsJvabcef",
            file_size: 34356,
            job_error_msg: "success",
            job_status: 0,
          },
        },
      },
    });

    const download = `GET ${tasks}/file/boxcnxe5OdjlAkNgSNdsJvabcef/download`;
    const file = await send(sandbox, download, app);
    expect(Object.fromEntries(file.headers)).toEqual({
      "content-disposition": 'attachment; filename="docName.pdf"',
      "content-length": "34356",
      "content-type": "application/octet-stream",
      "x-tt-logid": expect.stringMatching(/^[0-9A-F]{32}$/),
    });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([bytes.length, bytes.subarray(0, 8).toString()]).toEqual([34356, "%PDF-1.4"]);

    vi.advanceTimersByTime(599_999);
    expect((await send(sandbox, download, app)).status).toBe(200);
    vi.advanceTimersByTime(1);
    expect(await ask(sandbox, download, app)).toEqual({
      status: 400,
      body: { code: 1060001, msg: "param is invalid" },
    });
  });

  it("fails with HTTP 200 and code 0, and only job_status tells", async () => {
    sandbox.plan({ api: "feishu", failure: { job_status: 107 } });
    const { body } = await create({ file_extension: "docx", token, type: "doc" });
    vi.advanceTimersByTime(4000);
    expect(await get(field(body, "data", "ticket"))).toEqual(
      result({
        file_extension: "docx",
        type: "doc",
        job_error_msg: "export document is too large",
        job_status: 107,
      }),
    );
  });

  it("can succeed some time before its file has a token", async () => {
    sandbox.plan({ api: "feishu", fileTokenDelay: 2000 });
    const { body } = await create({ file_extension: "pdf", token, type: "doc" });
    const look = async (): Promise<[string, string]> => {
      const { body: answer } = await get(field(body, "data", "ticket"));
      return [field(answer, "data", "result", "job_status"), field(answer, "data", "result", "file_token")];
    };
    vi.advanceTimersByTime(4000);
    expect(await look()).toEqual(["0", ""]);
    vi.advanceTimersByTime(2000);
    expect(await look()).toEqual(["0", "boxcnxe5OdjlAkNgSNdsJvabcef"]);
  });

  it("can show a status that no page names", async () => {
    sandbox.plan({ api: "feishu", steps: [2, 77], failure: { job_status: 999 } });
    const { body } = await create({ file_extension: "pdf", token, type: "doc" });
    const seen: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      seen.push(field((await get(field(body, "data", "ticket"))).body, "data", "result", "job_status"));
      vi.advanceTimersByTime(2000);
    }
    expect(seen).toEqual(["2", "77", "999"]);
  });

  it("belongs to the app or user that created it", async () => {
    const user = { authorization: `Bearer ${sandbox.credentials.feishu.userAccessToken}` };
    const { body } = await create({ file_extension: "pdf", token, type: "doc" }, user);
    const ticket = field(body, "data", "ticket");
    expect(await get(ticket, app)).toEqual({ status: 403, body: { code: 1069902, msg: "no permission" } });
    expect((await get(ticket, user)).status).toBe(200);
  });

  it("is asked for with its ticket and its document's token, and ends with its document", async () => {
    const { body } = await create({ file_extension: "pdf", token, type: "doc" });
    const ticket = field(body, "data", "ticket");
    const invalid = { status: 400, body: { code: 1069904, msg: "invalid param" } };
    expect(await get("1")).toEqual(invalid);
    expect(await get(ticket, app, "anotherDocument")).toEqual(invalid);
    for (const document of sandbox.feishu.documents) document.deleted = true;
    expect(await get(ticket)).toEqual({ status: 410, body: { code: 1069906, msg: "docs deleted" } });
  });

  it("is named in the vendor's form, the same in every run", async () => {
    const body = { file_extension: "xlsx", token: "Fm7osyjtMh5o7Ktrv32c73abcef", type: "sheet" };
    await create(body);
    const second = field((await create(body)).body, "data", "ticket");
    expect(second).toMatch(/^[1-9]\d{18}$/);
    const other = createSandbox();
    const otherApp = await asApp(other);
    await ask(other, `POST ${tasks}`, otherApp, body);
    expect(field((await ask(other, `POST ${tasks}`, otherApp, body)).body, "data", "ticket")).toBe(second);
  });
});

describe("creating an export task is refused", () => {
  const sheet = { token: "Fm7osyjtMh5o7Ktrv32c73abcef", type: "sheet" };
  const docx = { file_extension: "pdf", type: "docx" };
  it.each([
    ["CSV without sub_id", { ...sheet, file_extension: "csv" }, 400, 1069904],
    ["CSV of a sheet that is not there", { ...sheet, file_extension: "csv", sub_id: "nope" }, 400, 1069904],
    ["an unknown extension", { ...sheet, file_extension: "gif" }, 400, 1069904],
    ["an unknown type", { ...sheet, type: "slides", file_extension: "pdf" }, 400, 1069904],
    ["a pair that does not go together", { ...sheet, file_extension: "pdf" }, 400, 1069918],
    ["an unknown document", { ...docx, token: "doxcnNowhere" }, 404, 1069914],
    ["a document of another type", { ...docx, token }, 404, 1069914],
    ["a deleted document", { ...docx, token: "doxcnDeletedLongAgo00000006" }, 404, 1069906],
    ["a document not shared with the app", { ...docx, token: "doxcnNotSharedWithTheApp005" }, 403, 1069902],
    [
      "a document that is being moved, with HTTP 200",
      { ...docx, token: "doxcnBeingMovedElsewhere007" },
      200,
      600,
    ],
    ["a token of 28 characters", { ...docx, token: "x".repeat(28) }, 400, 99992402],
    ["no token", docx, 400, 99992402],
    ["no body", undefined, 400, 99992402],
  ])("for %s", async (_, body, status, code) => {
    const answer = await create(body);
    expect([answer.status, field(answer.body, "code")]).toEqual([status, `${code}`]);
  });

  it("but a sheet as CSV is a file of comma-separated values", async () => {
    await create({ ...sheet, file_extension: "csv", sub_id: "6e5ed3" });
    vi.advanceTimersByTime(4000);
    const { body } = await ask(sandbox, `GET ${tasks}/file/boxcnxe5OdjlAkNgSNdsJvabcef/download`, app);
    expect(String(body).split("\r\n").slice(0, 2)).toEqual(["title,month,amount", '"Sales",1,100']);
  });
});

it("limits each kind of call to a hundred a minute", async () => {
  for (let count = 0; count < 100; count += 1) await create({});
  vi.advanceTimersByTime(8000);
  const refused = await send(sandbox, `POST ${tasks}`, app, {});
  expect(await refused.json()).toEqual({ code: 99991400, msg: "request trigger frequency limit" });
  expect([
    refused.status,
    refused.headers.get("x-ogw-ratelimit-limit"),
    refused.headers.get("x-ogw-ratelimit-reset"),
  ]).toEqual([429, "100", "52"]);
  expect((await get("1")).status).toBe(400);
  vi.advanceTimersByTime(52_000);
  expect((await create({})).status).toBe(400);
});

it("answers at the addresses of both brands, and elsewhere as the gateway does", async () => {
  const lark = tasks.replace("open.feishu.cn", "open.larksuite.com");
  expect((await ask(sandbox, `GET ${lark}/1?token=${token}`, app)).status).toBe(400);
  expect(await ask(sandbox, "GET https://open.feishu.cn/open-apis/nothing", app)).toEqual({
    status: 404,
    body: { code: 99991201, msg: "wrong path" },
  });
});

describe("an import task", () => {
  const imports = "https://open.feishu.cn/open-apis/drive/v1/import_tasks";
  const sales = {
    file_extension: "xlsx",
    file_token: "boxcnrHpsg1QDqXAAAyachabcef",
    type: "sheet",
    point: { mount_type: 1, mount_key: "AbqrfuRTjlJEIJduwDwcnIabcef" },
  };
  const start = (body: object): Promise<Answer> =>
    ask(sandbox, `POST ${imports}`, app, { ...sales, ...body });
  const look = (ticket: string): Promise<Answer> => ask(sandbox, `GET ${imports}/${ticket}`, app);

  it("is initialised, processed and done, and then there is a document", async () => {
    const ticket = "7369583175086912356";
    expect(await start({})).toEqual({ status: 200, body: { code: 0, msg: "success", data: { ticket } } });
    const kind = { ticket, type: "sheet" };
    expect(await look(ticket)).toEqual(result({ ...kind, job_status: 1 }));
    vi.advanceTimersByTime(1000);
    expect(await look(ticket)).toEqual(result({ ...kind, job_status: 2 }));
    vi.advanceTimersByTime(3000);
    const done = await look(ticket);
    const made = sandbox.feishu.documents.at(-1);
    expect(made).toMatchObject({ title: "Sales", type: "sheet" });
    expect(done).toEqual(
      result({
        ...kind,
        job_status: 0,
        job_error_msg: "success",
        token: made?.token,
        url: `https://example.feishu.cn/sheets/${made?.token}`,
        extra: [],
      }),
    );
  });

  it.each([
    ["a file that was never uploaded", { file_token: "boxcnUnknown" }, 404, 1069907],
    ["another extension than the file's", { file_extension: "xls" }, 400, 1069910],
    ["a type that the file cannot become", { type: "docx" }, 400, 1069911],
    ["a type that there is not", { type: "slides" }, 400, 1069904],
    ["a folder that is not there", { point: { mount_type: 1, mount_key: "nowhere" } }, 403, 1069908],
    ["no place at all", { point: undefined }, 400, 99992402],
  ])("is refused for %s", async (_, body, status, code) => {
    const answer = await start(body);
    expect([answer.status, field(answer.body, "code")]).toEqual([status, String(code)]);
  });

  it("is refused five minutes after the upload", async () => {
    const [file] = sandbox.feishu.files;
    if (file) file.uploadedAt = Date.now();
    vi.advanceTimersByTime(300_000);
    expect(await start({})).toMatchObject({ status: 400, body: { code: 1069913 } });
  });

  it("may be asked after fifty times in a second", async () => {
    const answers = await Promise.all(Array.from({ length: 51 }, () => look("1")));
    expect(answers.map(({ status }) => status)).toEqual([...Array(50).fill(400), 429]);
  });
});
