import { createHash, createHmac } from "node:crypto";
import { huaweiCredentials } from "./account.ts";

/** The clock of a client may be off by this much. */
const tolerance = 15 * 60_000;

/** More wrong signatures in a row than this lock the key, for this long. */
const patience = 5;
const lockTime = 5 * 60_000;

/** What checks signatures. All services of an account share it, for they share the lock of a key. */
export interface Signatures {
  /** Why the signature of a request is not good, if it is not. The URL is the one the client called, and so signed. */
  refuse(request: Request, url: URL, now: number): Promise<string | undefined>;
}

/** https://support.huaweicloud.com/devg-apisign/ */
export function createSignatures(): Signatures {
  let wrong = 0;
  let lockedUntil = 0;
  return {
    async refuse(request, url, now) {
      if (accessOf(request) === huaweiCredentials.accessKey && now < lockedUntil) return locked;
      const reason = await fault(request, url, now);
      // assumed: a signature that is too old, or has not the form of one, is no attempt at the secret
      if (reason !== mismatch) {
        if (reason === undefined) wrong = 0;
        return reason;
      }
      wrong += 1;
      if (wrong <= patience) return reason;
      wrong = 0;
      lockedUntil = now + lockTime;
      return locked;
    },
  };
}

const mismatch = "verify aksk signature fail";
const locked = "AK access failed to reach the limit,forbidden";

function accessOf(request: Request): string | undefined {
  return / Access=([^,]+),/.exec(request.headers.get("authorization") ?? "")?.[1];
}

async function fault(request: Request, url: URL, now: number): Promise<string | undefined> {
  const header = request.headers.get("authorization") ?? "";
  const parts = /^SDK-HMAC-SHA256 Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    header,
  );
  if (!parts) return "the Authorization header has not the form of a signature";
  const [, access, names = "", signature] = parts;
  if (access !== huaweiCredentials.accessKey) return "the access key does not exist";

  const signed = names.split(";");
  const date = request.headers.get("x-sdk-date") ?? "";
  if (!signed.includes("x-sdk-date")) return "X-Sdk-Date is not among the signed headers";
  if (!(Math.abs(now - parseDate(date)) <= tolerance)) return "the signature has expired";

  const wanted = await signatureOf(request, url, signed, huaweiCredentials.secretKey);
  return signature === wanted ? undefined : mismatch;
}

/** The signature that a request should carry. */
export async function signatureOf(
  request: Request,
  url: URL,
  signed: readonly string[],
  secretKey: string,
): Promise<string> {
  const date = request.headers.get("x-sdk-date") ?? "";
  const toSign = `SDK-HMAC-SHA256\n${date}\n${sha256(await canonicalRequest(request, url, signed))}`;
  return createHmac("sha256", secretKey).update(toSign).digest("hex");
}

async function canonicalRequest(request: Request, url: URL, signed: readonly string[]): Promise<string> {
  const path = url.pathname
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  // By name and then by value, as they are and not as they are encoded: so do the vendor's SDKs.
  const query = [...url.searchParams]
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  // `host` is no header of a Request, but always that of its address.
  const headerOf = (name: string): string =>
    name === "host" ? url.host : (request.headers.get(name) ?? "").trim();
  return [
    request.method,
    path.endsWith("/") ? path : `${path}/`,
    query.join("&"),
    signed.map((name) => `${name}:${headerOf(name)}\n`).join(""),
    signed.join(";"),
    request.headers.get("x-sdk-content-sha256") ??
      sha256(new Uint8Array(await request.clone().arrayBuffer())),
  ].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Percent-encoding that leaves only the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** `20191115T033655Z`. */
function parseDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}
