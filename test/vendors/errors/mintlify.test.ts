import { expect, test } from "vitest";
import { poll, start } from "../../../src/index.ts";
import {
  createMintlifyClient,
  getStaticExportJob,
  startStaticExportJob,
  staticExportJob,
} from "../../../src/mintlify.ts";
import { errorOf, type Treatment, type Tried, treatmentOf } from "./treatment.ts";

const params = { jobId: "se_3f9a2c1b8e7d4a06" };
const job = {
  ...params,
  progress: 0,
  pageCount: 0,
  createdAt: "2026-07-01T06:00:00Z",
  updatedAt: "2026-07-01T06:00:00Z",
};
const mintlify: Tried = {
  call: (auth, fetch) => getStaticExportJob(createMintlifyClient({ auth, fetch }), params),
  poll: (auth, fetch, options, startedAt) => {
    const ref = {
      job: "mintlify/staticExportJob",
      params,
      ...(startedAt === undefined ? {} : { startedAt }),
    };
    return poll(createMintlifyClient({ auth, fetch }), staticExportJob, ref, options).result();
  },
  start: (auth, fetch, options) => {
    const body = { domain: "docs.example.com" };
    return start(createMintlifyClient({ auth, fetch }), startStaticExportJob, { body }, options);
  },
  succeeded: { status: 200, body: { ...job, status: "completed" } },
  started: { status: 202, body: { ...job, status: "queued" } },
};

test.each<[number, string, Treatment]>([
  [400, "The domain could not be reached.", "final"],
  [401, "Invalid API key.", "new token, final"],
  [403, "Static export is not enabled for this organization.", "final"],
  [404, "Job not found.", "not found"],
  [409, "The export job has not completed.", "final"],
  [429, "Too many requests.", "again"],
  [500, "Something went wrong.", "poll again"],
  [503, "Something went wrong.", "poll again"],
])("HTTP %i has no code, but says: %s: %s", async (status, reason, treatment) => {
  const body = { error: reason };
  expect(await errorOf(mintlify, { status, body })).toEqual({
    name: "ApiError",
    message: `getStaticExportJob: HTTP ${status}: ${reason}`,
    operation: "getStaticExportJob",
    status,
    code: undefined,
    reason,
    requestId: undefined,
    retryAfter: undefined,
    body,
  });
  expect(await treatmentOf(mintlify, { status, body })).toBe(treatment);
});

test("a refusal without the text is quoted", async () => {
  expect(await errorOf(mintlify, { status: 403, body: {} })).toMatchObject({
    message: "getStaticExportJob: HTTP 403: answered with application/json: {}",
  });
});
