import type { Fault } from "./fault.ts";
import { answerRefusal, type Vendor } from "./vendor.ts";

/** What a client's `fetch` rejects with when the connection breaks. */
export class ConnectionReset extends TypeError {
  constructor() {
    super("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
  }
}

/** The answer of a fault that strikes before anything is done; undefined when the vendor is to answer. */
export function answerInstead(vendor: Vendor, fault: Fault): Response | undefined {
  switch (fault.kind) {
    case "status": {
      const usual = vendor.refusal(fault.status);
      const body = fault.body === undefined ? usual.body : fault.body;
      return answerRefusal({ status: fault.status, body, headers: { ...usual.headers, ...fault.headers } });
    }
    case "expired-token":
      return answerRefusal(vendor.expired());
    case "html":
      return new Response(page, { status: fault.status ?? 502, headers: { "content-type": "text/html" } });
    case "reset":
      if (fault.processed) return undefined;
      throw new ConnectionReset();
    default:
      return undefined;
  }
}

/** What a fault makes of the vendor's answer. */
export async function spoil(vendor: Vendor, fault: Fault, response: Response): Promise<Response> {
  switch (fault.kind) {
    case "reset":
      throw new ConnectionReset();
    case "empty":
      return withBody(response, null);
    case "truncated": {
      const bytes = await response.arrayBuffer();
      return withBody(response, bytes.slice(0, Math.floor(bytes.byteLength / 2)));
    }
    case "job-status":
      return withBody(response, replace(await response.json(), vendor.jobStatus, fault.value));
    case "no-job-status":
      return withBody(response, replace(await response.json(), vendor.jobStatus, undefined));
    default:
      return response;
  }
}

const page =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

function withBody(response: Response, body: ArrayBuffer | string | null): Response {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(body, { status: response.status, headers });
}

/** JSON with the member at the path replaced, or taken out. As it is where there is no such place. */
function replace(body: unknown, path: readonly string[], value: unknown): string {
  const parents = path.slice(0, -1);
  const last = path.at(-1);
  let parent: unknown = body;
  for (const key of parents) parent = isRecord(parent) ? parent[key] : undefined;
  // JSON.stringify leaves out what is undefined.
  if (isRecord(parent) && last !== undefined) parent[last] = value;
  return JSON.stringify(body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
