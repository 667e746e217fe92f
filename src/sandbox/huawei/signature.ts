import { createHash, createHmac } from "node:crypto";
import { huaweiCredentials } from "./account.ts";

/** The clock of a client may be off by this much. */
const tolerance = 15 * 60_000;

/**
 * Why a signature with an access key is not good, if it is not. The URL is the one the client called, for that is what
 * it signed. https://support.huaweicloud.com/devg-apisign/
 */
export async function refuseSignature(request: Request, url: URL, now: number): Promise<string | undefined> {
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
  return signature === wanted ? undefined : "verify aksk signature fail";
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
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
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
