/**
 * Mintlify static export and deployments: `createMintlifyClient`, `startStaticExportJob`, `staticExportJob`,
 * `downloadExport`, `triggerDeployment`, `deployment`.
 * @module
 */
import type { staticExportJob } from "../generated/mintlify/index.ts";
import { ApiError } from "./runtime/call/api-error.ts";
import type { Download } from "./runtime/call/download.ts";
import type { DownloadFromOptions } from "./runtime/call/download-from.ts";
import { downloadFrom } from "./runtime/call/download-from.ts";
import type { HandleOf } from "./runtime/wait/handle.ts";

// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/mintlify/index.ts";
export { mintlifyAdvice } from "./mintlify/advice.ts";

const OPERATION = "downloadExport";

/**
 * The archive of an export: waits for the export, has it packed, and opens the presigned link to the archive, without
 * the API key and by default with the global `fetch`. A link that the storage refuses has expired, so one more is asked
 * for. Throws what `result()` throws, and an `ApiError` when Mintlify refuses the bundle or the storage its link.
 *
 * @example const archive = await downloadExport(await start(mintlify, startStaticExportJob, { body: { domain } }));
 */
export async function downloadExport(
  job: HandleOf<typeof staticExportJob>,
  options: Omit<DownloadFromOptions, "operation"> = {},
): Promise<Download> {
  const open = async (): Promise<Download> => {
    const { bundleUrl } = await job.follow("bundle", {}, options);
    return downloadFrom(bundleUrl, { ...options, operation: OPERATION });
  };
  return open().catch((error: unknown) => {
    // inferred: no page says so, but S3 answers an expired link with 403
    const expired = error instanceof ApiError && error.operation === OPERATION && error.status === 403;
    if (!expired) throw error;
    return open();
  });
}
