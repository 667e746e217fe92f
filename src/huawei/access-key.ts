import type { Signer } from "../runtime/call/auth.ts";

/** An access key of an IAM user, permanent or temporary. */
export interface AccessKeyOptions {
  /** The AK. */
  readonly accessKeyId: string;
  /** The SK. It signs, and is never sent. */
  readonly secretAccessKey: string;
  /** Comes with a temporary key. */
  readonly securityToken?: string;
  /** The project that the calls are about; needed for sub-projects. */
  readonly projectId?: string;
}

const ALGORITHM = "SDK-HMAC-SHA256";

/**
 * The `auth` of an access key: signs each request of a Huawei Cloud client (`SDK-HMAC-SHA256`) with Web Crypto, which
 * Node, browsers and workers all have. The machine's clock may be off by fifteen minutes at most; more than five wrong
 * signatures in a row lock the key for five minutes.
 *
 * @see https://support.huaweicloud.com/devg-apisign/api-sign-0001.html
 */
export function accessKey(options: AccessKeyOptions): Signer {
  const { accessKeyId, secretAccessKey, securityToken, projectId } = options;
  return {
    async sign(request) {
      const { headers } = request;
      headers.set("X-Sdk-Date", new Date().toISOString().replace(/[-:]|\.\d+/g, ""));
      if (securityToken !== undefined) headers.set("X-Security-Token", securityToken);
      if (projectId !== undefined) headers.set("X-Project-Id", projectId);
      const { names, signature } = await signatureOf(request, secretAccessKey);
      const parts = `Access=${accessKeyId}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
      headers.set("Authorization", `${ALGORITHM} ${parts}`);
      return request;
    },
  };
}

/** The headers that are signed when a request has them. `host` is no header of a `Request`, but always sent. */
const SIGNED = ["content-type", "x-project-id", "x-sdk-content-sha256", "x-sdk-date", "x-security-token"];

async function signatureOf(
  request: Request,
  secretAccessKey: string,
): Promise<{ readonly names: readonly string[]; readonly signature: string }> {
  const url = new URL(request.url);
  const headers = new Map(SIGNED.flatMap((name) => entry(name, request.headers.get(name))));
  headers.set("host", url.host);
  const names = [...headers.keys()].sort();
  const canonical = [
    request.method,
    canonicalPath(url.pathname),
    canonicalQuery(url.search),
    names.map((name) => `${name}:${headers.get(name)}\n`).join(""),
    names.join(";"),
    // whoever sets this header has hashed the body already, or wants it unsigned
    headers.get("x-sdk-content-sha256") ?? (await sha256(await request.clone().arrayBuffer())),
  ].join("\n");
  const date = headers.get("x-sdk-date");
  const hash = await sha256(new TextEncoder().encode(canonical));
  return { names, signature: await hmac(secretAccessKey, `${ALGORITHM}\n${date}\n${hash}`) };
}

function entry(name: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[name, value.trim()]];
}

/** Each segment encoded anew, and always with a slash at the end, which the request itself need not have. */
function canonicalPath(path: string): string {
  const segments = path.split("/").map((segment) => encoded(decodeURIComponent(segment)));
  return segments.at(-1) === "" ? segments.join("/") : `${segments.join("/")}/`;
}

/**
 * Sorted by name, then by value, both as they are meant and not as they are encoded: so do the vendor's SDKs. A name
 * without a value keeps its `=`.
 */
function canonicalQuery(search: string): string {
  const pairs = search.replace(/^\?/, "").split("&");
  return pairs
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [decodeURIComponent(name), decodeURIComponent(value.join("="))] as const;
    })
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.map(encoded).join("="))
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Percent-encoded so that only the unreserved characters of RFC 3986 stay as they are. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

async function sha256(data: BufferSource): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", data));
}

async function hmac(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const imported = await crypto.subtle.importKey(
    "raw",
    encoder.encode(key),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return hex(await crypto.subtle.sign("HMAC", imported, encoder.encode(text)));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
