import { PollTimeoutError, poll, start } from "openapi-jobs";
import { createMintlifyClient, startStaticExportJob, staticExportJob } from "openapi-jobs/mintlify";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox({ jobs: { duration: 60_000 } });
const mintlify = createMintlifyClient({ auth: sandbox.credentials.mintlify.apiKey, fetch: sandbox.fetch });
let saved = "";

const job = await start(
  mintlify,
  startStaticExportJob,
  { body: { domain: "docs.example.com" } },
  { timeout: 10_000 },
);
try {
  await job.result();
} catch (error) {
  if (!(error instanceof PollTimeoutError)) throw error; // the job has not failed: nobody waited long enough
  saved = JSON.stringify(error.ref);
}

// … later, elsewhere
const { pageCount } = await poll(mintlify, staticExportJob, JSON.parse(saved)).result();
console.log(pageCount);
