import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { type Answer, ask, field, send } from "./ask.ts";

const jobs = "https://api.mintlify.com/v1/static-export/jobs";

let sandbox: Sandbox;
let key: Record<string, string>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 6, 1, 6) });
  sandbox = createSandbox({ jobs: { duration: 100_000 } });
  key = { authorization: `Bearer ${sandbox.credentials.mintlify.apiKey}` };
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

const start = (body: unknown = { domain: "docs.example.com" }, headers = key): Promise<Answer> =>
  ask(sandbox, `POST ${jobs}`, headers, body);
const get = (id = "se_3f9a2c1b8e7d4a06", headers = key): Promise<Answer> =>
  ask(sandbox, `GET ${jobs}/${id}`, headers);
const bundle = (id = "se_3f9a2c1b8e7d4a06", headers = key): Promise<Answer> =>
  ask(sandbox, `POST ${jobs}/${id}/bundle`, headers);

const created = { jobId: "se_3f9a2c1b8e7d4a06", createdAt: "2026-07-01T06:00:00Z" };

describe("a static export", () => {
  it("is queued, runs with a growing number of pages, and completes", async () => {
    const queued = { ...created, status: "queued", progress: 0, pageCount: 0, updatedAt: created.createdAt };
    expect(await start()).toEqual({ status: 202, body: queued });
    vi.advanceTimersByTime(24_000);
    expect(await get()).toEqual({ status: 200, body: queued });
    vi.advanceTimersByTime(18_000);
    // The values that the vendor's page gives for each field.
    expect(await get()).toEqual({
      status: 200,
      body: {
        ...created,
        status: "running",
        progress: 42,
        pageCount: 128,
        updatedAt: "2026-07-01T06:00:42Z",
      },
    });
    vi.advanceTimersByTime(600_000);
    expect(await get()).toEqual({
      status: 200,
      body: {
        ...created,
        status: "completed",
        progress: 100,
        pageCount: 305,
        updatedAt: "2026-07-01T06:01:40Z",
      },
    });
  });

  it("that fails says why, and keeps the progress it had", async () => {
    sandbox.plan({ api: "mintlify", failure: { error: "The page index could not be rendered." } });
    await start();
    vi.advanceTimersByTime(100_000);
    expect(await get()).toEqual({
      status: 200,
      body: {
        ...created,
        status: "failed",
        progress: 42,
        pageCount: 128,
        updatedAt: "2026-07-01T06:01:40Z",
        error: "The page index could not be rendered.",
      },
    });
    expect((await bundle()).status).toBe(409);
  });

  it("can be of some pages only", async () => {
    await start({
      domain: "docs.example.com",
      version: "2024-06-01",
      paths: ["index", "guides/getting-started"],
    });
    vi.advanceTimersByTime(100_000);
    expect(field((await get()).body, "pageCount")).toBe("2");
  });
});

describe("a bundle", () => {
  it("is refused before the export has completed", async () => {
    await start();
    expect(await bundle()).toEqual({ status: 409, body: { error: "The export job has not completed." } });
  });

  it("is a link to another host that works for an hour and takes no API key", async () => {
    await start({ domain: "acme.mintlify.app" });
    vi.advanceTimersByTime(100_000);
    const { status, body } = await bundle();
    const link = field(body, "bundleUrl");
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        jobId: "se_3f9a2c1b8e7d4a06",
        bundleUrl: expect.stringMatching(
          /^https:\/\/mintlify-static-exports\.s3\.amazonaws\.com\/se_3f9a2c1b8e7d4a06\/bundle\.tar\.gz\?.*X-Amz-Signature=[0-9a-f]{64}$/,
        ),
        sizeBytes: expect.any(Number),
        expiresAt: "2026-07-01T07:01:40Z",
      },
    });

    const archive = await send(sandbox, `GET ${link}`);
    const bytes = new Uint8Array(await archive.arrayBuffer());
    expect([archive.status, `${bytes.length}`]).toEqual([200, field(body, "sizeBytes")]);
    expect(gunzipSync(bytes).toString()).toContain("changelog.html");
    expect(await ask(sandbox, `GET ${link}`, key)).toMatchObject({
      status: 400,
      body: expect.stringContaining("Only one auth mechanism allowed"),
    });
    expect((await ask(sandbox, `GET ${link}0`)).status).toBe(403);

    vi.advanceTimersByTime(3_600_000);
    expect(await ask(sandbox, `GET ${link}`)).toMatchObject({
      status: 403,
      body: expect.stringContaining("Request has expired"),
    });
    expect((await send(sandbox, `GET ${field((await bundle()).body, "bundleUrl")}`)).status).toBe(200);
  });
});

it.each([
  ["no domain", {}, "domain is required."],
  [
    "a URL for a domain",
    { domain: "https://docs.example.com" },
    "domain must be a host name, without scheme, port or path.",
  ],
  ["an unknown domain", { domain: "docs.example.org" }, "The domain docs.example.org could not be reached."],
  ["a number for a version", { domain: "docs.example.com", version: 1 }, "version must be a string."],
  [
    "paths that are no list",
    { domain: "docs.example.com", paths: "index" },
    "paths must be a list of strings.",
  ],
  ["an unknown page", { domain: "docs.example.com", paths: ["nope"] }, "There is no published page nope."],
])("refuses to start with %s", async (_, body, error) => {
  expect(await start(body)).toEqual({ status: 400, body: { error } });
});

it("refuses unknown jobs, unknown keys, keys that may only read, and organizations without static export", async () => {
  const { readOnlyKey } = sandbox.credentials.mintlify;
  const reader = { authorization: `Bearer ${readOnlyKey}` };
  await start();
  expect(await get("se_unknown")).toEqual({ status: 404, body: { error: "Job not found." } });
  expect(await bundle("se_unknown")).toEqual({ status: 404, body: { error: "Job not found." } });
  expect(await start({}, {})).toEqual({ status: 401, body: { error: "Invalid API key." } });
  expect(await get(undefined, { authorization: "Bearer mint_dsc_x" })).toEqual({
    status: 401,
    body: { error: "Invalid API key." },
  });
  expect((await get(undefined, reader)).status).toBe(200);
  expect(await bundle(undefined, reader)).toEqual({
    status: 403,
    body: { error: "This API key is read-only." },
  });
  sandbox.mintlify.organization.staticExport = false;
  expect(await start()).toEqual({
    status: 403,
    body: { error: "Static export is not enabled for this organization." },
  });
});

describe("a deployment", () => {
  const project = "6510aa11bb22cc33dd44ee55";
  const trigger = (path: string, body?: object): Promise<Answer> => ask(sandbox, `POST ${path}`, key, body);
  const api = "https://api.mintlify.com/v1/project";

  it("is queued, in progress and done", async () => {
    expect(await trigger(`${api}/update/${project}`)).toEqual({
      status: 202,
      body: { statusId: "6863a1f2c4b5d6e7f8091a2b" },
    });
    const look = async (): Promise<string[]> => {
      const { body } = await ask(sandbox, `GET ${api}/update-status/6863a1f2c4b5d6e7f8091a2b`, key);
      return [field(body, "status"), field(body, "endedAt")];
    };
    expect(await look()).toEqual(["queued", "undefined"]);
    vi.advanceTimersByTime(50_000);
    expect(await look()).toEqual(["in_progress", "undefined"]);
    vi.advanceTimersByTime(50_000);
    expect(await look()).toEqual(["success", new Date().toISOString()]);
  });

  it("is triggered ten times in ten seconds, a preview five times in a minute, and not of a project that is not there", async () => {
    const statuses = async (count: number, path: string, body?: object): Promise<number[]> => {
      const answers = await Promise.all(Array.from({ length: count }, () => trigger(path, body)));
      return answers.map(({ status }) => status);
    };
    expect(await statuses(11, `${api}/update/${project}`)).toEqual([...Array(10).fill(202), 429]);
    expect(await statuses(6, `${api}/preview/${project}`, { branch: "b" })).toEqual([
      ...Array(5).fill(202),
      429,
    ]);
    vi.advanceTimersByTime(10_000);
    expect(await statuses(1, `${api}/update/${project}`)).toEqual([202]);
    expect(await statuses(1, `${api}/update/nowhere`)).toEqual([404]);
    expect(await statuses(1, `${api}/preview/${project}`, {})).toEqual([400]);
  });
});

describe("a job of the agent", () => {
  const jobs = "https://api.mintlify.com/v2/agent/6510aa11bb22cc33dd44ee55/job";
  const create = (body: object): Promise<Answer> => ask(sandbox, `POST ${jobs}`, key, body);

  it("is active, then completed with a pull request; a message sets it going again", async () => {
    const job = {
      id: "aj_7d4a063f9a2c1b8e",
      status: "active",
      source: { repository: "acme/docs", ref: null },
      model: "sonnet",
      prLink: null,
      createdAt: "2026-07-01T06:00:00Z",
      archivedAt: null,
    };
    expect(await create({ prompt: "Mend the links." })).toEqual({ status: 201, body: job });
    vi.advanceTimersByTime(100_000);
    expect(await ask(sandbox, `GET ${jobs}/${job.id}`, key)).toEqual({
      status: 200,
      body: { ...job, status: "completed", prLink: "https://github.com/acme/docs/pull/42" },
    });
    expect(await ask(sandbox, `POST ${jobs}/${job.id}/message`, key, { prompt: "All." })).toEqual({
      status: 200,
      body: job,
    });
  });

  it("needs a prompt, and there are a hundred an hour", async () => {
    expect((await create({})).status).toBe(400);
    for (let count = 0; count < 100; count++) expect((await create({ prompt: "x" })).status).toBe(201);
    expect((await create({ prompt: "x" })).status).toBe(429);
    vi.advanceTimersByTime(3_600_000);
    expect((await create({ prompt: "x" })).status).toBe(201);
    expect((await ask(sandbox, `GET ${jobs}/aj_unknown`, key)).status).toBe(404);
  });
});
