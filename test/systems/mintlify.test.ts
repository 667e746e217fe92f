import { expect, test } from "vitest";
import { ApiError, JobFailedError, start } from "../../src/index.ts";
import {
  createMintlifyClient,
  generateStaticExportBundle,
  startStaticExportJob,
} from "../../src/mintlify.ts";
import { world } from "./world.ts";

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
