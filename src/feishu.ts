/**
 * Feishu / Lark drive export and import: `createFeishuClient`, `createExportTask`, `exportTask`, `createImportTask`,
 * `importTask`, `downloadExport`, `tenantAccessToken`.
 * @module
 */
import type { exportTask, GetTenantAccessTokenAnswer } from "../generated/feishu/index.ts";
import { createFeishuClient, downloadExportFile, getTenantAccessToken } from "../generated/feishu/index.ts";
import { ApiError } from "./runtime/call/api-error.ts";
import type { TokenProvider } from "./runtime/call/auth.ts";
import type { Download } from "./runtime/call/download.ts";
import { keepToken } from "./runtime/call/keep-token.ts";
import type { CallOptions } from "./runtime/call/operation.ts";
import { promised } from "./runtime/call/operation.ts";
import type { Ref } from "./runtime/job/ref.ts";
import type { HandleOf } from "./runtime/wait/handle.ts";

// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/feishu/index.ts";
export { feishuAdvice } from "./feishu/advice.ts";

/** An app's credentials, from the credentials page of the developer console. */
export interface TenantAccessTokenOptions {
  /** `cli_…` */
  readonly appId: string;
  readonly appSecret: string;
}

/**
 * The `auth` of a custom app: gets a `tenant_access_token` from the client's own host and keeps it until three minutes
 * before it expires, as the vendor's SDKs do. Calls reject with an `ApiError` when the credentials are refused, which
 * Feishu does with HTTP 200 and a code of its own.
 *
 * @see https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal
 */
export function tenantAccessToken({ appId, appSecret }: TenantAccessTokenOptions): TokenProvider {
  return keepToken(async ({ baseUrl, fetch }) => {
    const feishu = createFeishuClient({ baseUrl, fetch });
    const body = { app_id: appId, app_secret: appSecret };
    const answer = await getTenantAccessToken.answer(feishu, { body });
    // what was cut off may hold the token, and an `ApiError` would show it
    if (answer.status === 200 && typeof answer.body === "string")
      throw new Error("getTenantAccessToken: the answer cannot be read as JSON.");
    promised(feishu, getTenantAccessToken.call, answer);
    // so it has the specified shape
    const { tenant_access_token: token, expire = Number.NaN } = answer.body as GetTenantAccessTokenAnswer;
    if (token === undefined) throw new Error("getTenantAccessToken: the answer has no tenant_access_token.");
    return { token, lifetime: expire * 1000 };
  });
}

/**
 * The exported file: waits for the export, then opens the file as `follow("download")` does, and says so when it came
 * too late for it with an `ExportGoneError`.
 *
 * @example const file = await downloadExport(await start(feishu, createExportTask, { body }));
 */
export async function downloadExport(
  task: HandleOf<typeof exportTask>,
  options: CallOptions = {},
): Promise<Download> {
  return task.follow("download", {}, options).catch((error: unknown) => {
    throw isGone(error) ? new ExportGoneError(task.ref, error) : error;
  });
}

/** Feishu deletes an exported file ten minutes after the export has ended, and this one is gone: export again. */
export class ExportGoneError extends Error {
  override readonly name = "ExportGoneError";
  /** The export whose file is gone. */
  readonly ref: Ref<unknown>;

  constructor(ref: Ref<unknown>, cause: ApiError) {
    const why = "Feishu deletes it ten minutes after the export has ended. Export the document again.";
    super(`The exported file is gone: ${why} (${cause.message})`, { cause });
    this.ref = ref;
  }
}

/**
 * Inferred: how a deleted file is refused is not documented. The one code on the page of the download means that its
 * only parameter, the file's token, is not valid; and that token is the one that the export has just named.
 */
function isGone(error: unknown): error is ApiError {
  if (!(error instanceof ApiError) || error.operation !== downloadExportFile.call.id) return false;
  return String(error.code) === "1060001" || error.status === 404 || error.status === 410;
}
