import { expect, test } from "vitest";
import { poll } from "../../src/index.ts";
import { createMintlifyClient, staticExportJob } from "../../src/mintlify.ts";
import { answered, firstUpdate } from "./answered.ts";

/** The examples of the fields in the document; it has no dates. */
const example = {
  jobId: "se_3f9a2c1b8e7d4a06",
  status: "running",
  progress: 42,
  pageCount: 128,
  createdAt: "2026-07-01T06:00:00Z",
  updatedAt: "2026-07-01T06:01:10Z",
};

const read = (body: object) => {
  const mintlify = createMintlifyClient({ auth: "mint_key", fetch: answered(body) });
  return firstUpdate(poll(mintlify, staticExportJob, { jobId: "se_3f9a2c1b8e7d4a06" }));
};

test("the document's example is a job that runs, 42 % done", async () => {
  expect(await read(example)).toEqual({
    state: "pending",
    status: "running",
    progress: 42,
    body: example,
    polls: 1,
    elapsed: expect.any(Number),
  });
});

test.each([
  ["queued", "pending"],
  ["running", "pending"],
  ["completed", "succeeded"],
  ["failed", "failed"],
])("the status %s is %s", async (status, state) => {
  expect(await read({ ...example, status })).toMatchObject({ state, status });
});

test("a failed job tells why", async () => {
  const body = { ...example, status: "failed", error: "The domain cannot be reached." };
  expect(await read(body)).toMatchObject({
    state: "failed",
    error: { message: "The domain cannot be reached." },
  });
});
