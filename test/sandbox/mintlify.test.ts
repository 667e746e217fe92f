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
