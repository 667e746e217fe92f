import { expect, test } from "vitest";
import { ApiError, JobCanceledError, JobFailedError, start } from "../../src/index.ts";
import {
  createMintlifyClient,
  downloadExport,
  generateStaticExportBundle,
  startStaticExportJob,
  triggerDeployment,
  triggerPreviewDeployment,
} from "../../src/mintlify.ts";
import { createAgentJob, createMintlifyAgentClient, sendAgentMessage } from "../../src/mintlify-agent.ts";
import { sizeOf, world } from "./world.ts";

const body = { domain: "docs.example.com" };

test("an export is started, polled and bundled; its progress decides how often it is looked at", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const mintlify = createMintlifyClient({ fetch, auth: sandbox.credentials.mintlify.apiKey });
  const job = await start(mintlify, startStaticExportJob, { body }, options);
  expect(job.accepted).toMatchObject({ jobId: "se_3f9a2c1b8e7d4a06", status: "queued", progress: 0 });
  expect(await until(job.result())).toMatchObject({ status: "completed", progress: 100, pageCount: 305 });
  expect(await job.follow("bundle")).toMatchObject({
    jobId: "se_3f9a2c1b8e7d4a06",
    bundleUrl: expect.stringContaining("se_3f9a2c1b8e7d4a06/bundle.tar.gz?X-Amz-"),
  });
  const last = asked().findLast((each) => each.startsWith("getStaticExportJob"));
  expect(last).toMatch(/, 6[0-2] s$/);
});

test("the archive comes from another host, which never sees the API key", async () => {
  const { sandbox, fetch, options, until } = world();
  const mintlify = createMintlifyClient({ fetch, auth: sandbox.credentials.mintlify.apiKey });
  const job = await start(mintlify, startStaticExportJob, { body }, options);
  const storage: Request[] = [];
  const archive = await until(
    downloadExport(job, {
      fetch: (request) => {
        storage.push(request);
        return fetch(request);
      },
    }),
  );
  const { sizeBytes } = await job.follow("bundle");
  expect([archive.name, archive.type, archive.size, await sizeOf(archive.body)]).toEqual([
    "bundle.tar.gz",
    "application/gzip",
    sizeBytes,
    sizeBytes,
  ]);
  expect(storage.map(({ url, headers }) => [new URL(url).host, [...headers]])).toEqual([
    ["mintlify-static-exports.s3.amazonaws.com", []],
  ]);
});

test("for a link that has expired, another is asked for, once", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const mintlify = createMintlifyClient({ fetch, auth: sandbox.credentials.mintlify.apiKey });
  const job = await start(mintlify, startStaticExportJob, { body }, options);
  await until(job.result());
  const before = asked().length;
  sandbox.fault({ api: "mintlify-storage", kind: "expired-token" });
  expect((await downloadExport(job, { fetch })).name).toBe("bundle.tar.gz");
  sandbox.fault({ api: "mintlify-storage", kind: "expired-token", times: 2 });
  await expect(downloadExport(job, { fetch })).rejects.toMatchObject({
    operation: "downloadExport",
    status: 403,
    code: "AccessDenied",
    message: "downloadExport: HTTP 403, code AccessDenied: Request has expired",
  });
  // of no operation of the specification is what went to the storage
  const calls = asked().slice(before);
  expect(calls.map((call) => call.split(",")[0])).toEqual([
    "generateStaticExportBundle",
    "undefined",
    "generateStaticExportBundle",
    "undefined",
    "generateStaticExportBundle",
    "undefined",
    "generateStaticExportBundle",
    "undefined",
  ]);
});

test("a bundle that Mintlify refuses is not asked for twice", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const mintlify = createMintlifyClient({ fetch, auth: sandbox.credentials.mintlify.apiKey });
  const job = await start(mintlify, startStaticExportJob, { body }, options);
  await until(job.result());
  const before = asked().length;
  sandbox.fault({ operation: "generateStaticExportBundle", kind: "status", status: 403 });
  await expect(downloadExport(job, { fetch })).rejects.toMatchObject({
    operation: "generateStaticExportBundle",
    status: 403,
  });
  expect(asked().length - before).toBe(1);
});

test("a failed export tells why", async () => {
  const { sandbox, fetch, options, until } = world();
  sandbox.plan({ api: "mintlify", failure: { error: "The domain cannot be reached." } });
  const mintlify = createMintlifyClient({ fetch, auth: sandbox.credentials.mintlify.apiKey });
  const job = await start(mintlify, startStaticExportJob, { body }, options);
  const error = await until(job.result().catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(JobFailedError);
  expect(String(error)).toBe(
    "JobFailedError: mintlify/staticExportJob failed: The domain cannot be reached.",
  );
});

test("a bundle of a job that still runs is refused", async () => {
  const { sandbox, fetch, options } = world();
  const mintlify = createMintlifyClient({ fetch, auth: sandbox.credentials.mintlify.apiKey });
  const { ref } = await start(mintlify, startStaticExportJob, { body }, options);
  const error: unknown = await generateStaticExportBundle(mintlify, ref.params).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ operation: "generateStaticExportBundle", status: 409, code: undefined });
});

test("a key that Mintlify does not know is refused at once", async () => {
  const { fetch, options } = world();
  const mintlify = createMintlifyClient({ fetch, auth: "mint_unknown" });
  await expect(start(mintlify, startStaticExportJob, { body }, options)).rejects.toMatchObject({
    operation: "startStaticExportJob",
    status: 401,
  });
});

test("a site is deployed", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const mintlify = createMintlifyClient({ auth: sandbox.credentials.mintlify.apiKey, fetch });
  const projectId = sandbox.mintlify.projects[0]?.id ?? "";
  const job = await start(mintlify, triggerDeployment, { projectId }, options);
  expect(job.ref.params).toEqual({ statusId: "6863a1f2c4b5d6e7f8091a2b" });
  expect(await until(job.result())).toMatchObject({ status: "success", subdomain: "acme" });
  expect(asked().slice(0, 2)).toEqual(["triggerDeployment, 0 s", "getDeploymentStatus, 2 s"]);
});

test("a preview tells where it will be, and fails with the summary of what happened", async () => {
  const { sandbox, fetch, options, until } = world();
  sandbox.plan({ api: "mintlify", failure: { error: "docs.json is not valid." } });
  const mintlify = createMintlifyClient({ auth: sandbox.credentials.mintlify.apiKey, fetch });
  const projectId = sandbox.mintlify.projects[0]?.id ?? "";
  const body = { branch: "new-navigation" };
  const job = await start(mintlify, triggerPreviewDeployment, { projectId, body }, options);
  expect(job.accepted.previewUrl).toBe("https://acme-new-navigation.mintlify.app");
  const error = await until(job.result().catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(JobFailedError);
  expect(error).toMatchObject({
    message: "mintlify/deployment failed: docs.json is not valid.",
    status: "failure",
  });
});

test("the agent is given a prompt, makes a pull request, and is given another", async () => {
  const { sandbox, fetch, options, until } = world();
  const mintlify = createMintlifyAgentClient({ auth: sandbox.credentials.mintlify.apiKey, fetch });
  const projectId = sandbox.mintlify.projects[0]?.id ?? "";
  const prompt = "Describe the new flag --dry-run.";
  const job = await start(mintlify, createAgentJob, { projectId, body: { prompt } }, options);
  const prLink = "https://github.com/acme/docs/pull/42";
  expect(await until(job.result())).toMatchObject({ status: "completed", prLink });

  sandbox.plan({ api: "mintlify-agent", failure: { status: "archived" } });
  const { id } = job.ref.params;
  const more = await start(mintlify, sendAgentMessage, { projectId, id, body: { prompt } }, options);
  const error = await until(more.result().catch((reason: unknown) => reason));
  expect(error).toBeInstanceOf(JobCanceledError);
});
