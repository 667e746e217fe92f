import { bearer, type Refusal } from "../vendor.ts";

export interface MintlifyCredentials {
  /** May do everything. */
  readonly apiKey: string;
  /** May only read: poll, but neither start an export nor make a bundle. */
  readonly readOnlyKey: string;
}

export const mintlifyCredentials: MintlifyCredentials = {
  apiKey: "mint_sandbox_admin_key",
  readOnlyKey: "mint_sandbox_read_only_key",
};

/** Why a call with this `Authorization` header is refused, if it is. */
export function refuseKey(authorization: string | undefined, method: string): Refusal | undefined {
  const key = bearer(authorization);
  if (key === mintlifyCredentials.apiKey) return undefined;
  if (key !== mintlifyCredentials.readOnlyKey) return refusal(401, "Invalid API key.");
  const reads = method === "GET" || method === "HEAD";
  return reads ? undefined : refusal(403, "This API key is read-only.");
}

export function refusal(status: number, error: string): Refusal {
  return { status, body: { error } };
}

/** What stands for an HTTP status when a fault asks for one. */
export function refusalFor(status: number): Refusal {
  return refusal(status, texts[status] ?? "Something went wrong.");
}

const texts: Readonly<Record<number, string>> = {
  400: "Invalid request body.",
  401: "Invalid API key.",
  403: "Static export is not enabled for this organization.",
  404: "Job not found.",
  409: "The export job has not completed.",
  429: "Too many requests.",
};
