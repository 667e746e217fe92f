/**
 * Feishu / Lark drive export and import: `createFeishuClient`, `createExportTask`, `exportTask`, `createImportTask`,
 * `importTask`, `tenantAccessToken`.
 * @module
 */
import { createFeishuClient, getTenantAccessToken } from "../generated/feishu/index.ts";
import type { TokenProvider } from "./runtime/call/auth.ts";
import { keepToken } from "./runtime/call/keep-token.ts";

// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/feishu/index.ts";

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
    const { tenant_access_token: token, expire = 0 } = await getTenantAccessToken(feishu, { body });
    if (token === undefined) throw new Error("getTenantAccessToken: the answer has no tenant_access_token.");
    return { token, lifetime: expire * 1000 };
  });
}
