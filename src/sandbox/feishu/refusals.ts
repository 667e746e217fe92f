import type { Refusal } from "../vendor.ts";

/** The vendor's error codes with their HTTP status; an asterisk where the status is not documented but assumed. */
const codes = {
  600: [200, "hybrid resource expired"],
  10003: [200, "invalid param"],
  10014: [200, "app id not exists"],
  10015: [200, "app secret invalid"], // *
  1060001: [400, "param is invalid"],
  1069901: [500, "internal error"],
  1069902: [403, "no permission"],
  1069904: [400, "invalid param"],
  1069906: [404, "docs deleted"],
  1069907: [404, "file token not found"],
  1069908: [403, "mount point not found or no permission"],
  1069910: [400, "import file extension not match"],
  1069911: [400, "import file type not match"],
  1069913: [400, "import file token expired"],
  1069914: [404, "invalid file token"],
  1069918: [400, "file extension and type mismatch"],
  99991201: [404, "wrong path"],
  99991400: [429, "request trigger frequency limit"],
  99991661: [400, "Missing access token for authorization. Please make a request with token attached."],
  99991663: [
    400,
    "Invalid access token for authorization. Please make a test attempt with the correct token.",
  ], // *
  99991668: [
    400,
    "Invalid access token for authorization. Please make a test attempt with the correct token.",
  ], // *
  99991671: [400, "Invalid access token for authorization. It must start with t- or u-."], // *
  99992402: [400, "field validation failed"], // *
} as const;

export type FeishuCode = keyof typeof codes;

/** The envelope of a refusal. `status` overrides the usual one: a deleted document is 404 to create, 410 to ask for. */
export function refusal(code: FeishuCode, more: { status?: number; error?: unknown } = {}): Refusal {
  const [status, msg] = codes[code];
  const { error } = more;
  return { status: more.status ?? status, body: { code, msg, ...(error !== undefined && { error }) } };
}

/** The gateway's answer to one call too many. */
export function tooFrequent(limit: number, wait: number): Refusal {
  return {
    ...refusal(99991400),
    headers: { "x-ogw-ratelimit-limit": `${limit}`, "x-ogw-ratelimit-reset": `${Math.ceil(wait / 1000)}` },
  };
}

/** A refusal for a missing or unfit field. */
export function badField(field: string, value: unknown, description: string): Refusal {
  return refusal(99992402, {
    error: { field_violations: [{ field, value: value === undefined ? "" : String(value), description }] },
  });
}

/** What stands for an HTTP status when a fault asks for one. */
export function refusalFor(status: number): Refusal {
  if (status === 429) return tooFrequent(100, 52_000);
  if (status === 401) return { ...refusal(99991663), status };
  if (status === 403) return refusal(1069902);
  if (status === 404) return refusal(99991201);
  if (status === 410) return refusal(1069906, { status });
  return { ...(status < 500 ? refusal(1069904) : refusal(1069901)), status };
}
