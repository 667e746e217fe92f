import { start } from "openapi-jobs";
import { createMintlifyClient, startStaticExportJob } from "openapi-jobs/mintlify";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox({ jobs: { duration: 20_000 } });
const mintlify = createMintlifyClient({ auth: sandbox.credentials.mintlify.apiKey, fetch: sandbox.fetch });

const job = await start(
  mintlify,
  startStaticExportJob,
  { body: { domain: "docs.example.com" } },
  { onUpdate: ({ state, progress }) => console.log("changed:", state, progress) },
);
const page = new AbortController(); // of somebody who looks on
for await (const { progress = 0 } of job.updates({ signal: page.signal })) {
  if (progress > 20) break; // leaves, as page.abort() would, and ends nothing else
}
console.log("by now:", job.last?.state, job.last?.progress);
await job.result();
