import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { start } from "openapi-jobs";
import { createMintlifyClient, downloadExport, startStaticExportJob } from "openapi-jobs/mintlify";
import { save } from "openapi-jobs/node";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const mintlify = createMintlifyClient({ auth: sandbox.credentials.mintlify.apiKey, fetch: sandbox.fetch });
const folder = await mkdtemp(join(tmpdir(), "exports-"));

const job = await start(mintlify, startStaticExportJob, { body: { domain: "docs.example.com" } });
// by a presigned link, without the API key; leave fetch out for the real one
const archive = await downloadExport(job, { fetch: sandbox.fetch });
const { path, size } = await save(archive, folder);
console.log(basename(path), size === archive.size);
