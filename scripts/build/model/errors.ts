import type { Errors, Scalar } from "../../vocabulary/extensions.ts";
import { readAccesses } from "./access.ts";
import type { Code, ErrorsModel } from "./model.ts";
import type { Reader } from "./reader.ts";

/** `x-errors`: how the API reports a refused call. */
export function readErrors(reader: Reader): ErrorsModel {
  const block = reader.document["x-errors"];
  // the rules of the plugin have seen that it has this shape
  const errors: Errors = reader.resolve(block as Errors | undefined) ?? {};
  const { code, message, requestId, ok, retry, unavailable, renew, notFound, retryAfter } = errors;
  const some = (key: string, expressions: Errors["code"]): ErrorsModel["code"] =>
    readAccesses(expressions, undefined, ["x-errors", key], reader);
  return {
    code: some("code", code),
    message: some("message", message),
    requestId: some("requestId", requestId),
    ...(ok ? { ok: ok.map(asCode) } : {}),
    ...(retry ? { retry: retry.map(asCode) } : {}),
    ...(unavailable ? { unavailable: unavailable.map(asCode) } : {}),
    ...(renew ? { renew: renew.map(asCode) } : {}),
    ...(notFound ? { notFound: notFound.map(asCode) } : {}),
    ...(retryAfter ? { retryAfter } : {}),
  };
}

/** Codes compare as text. */
function asCode(value: Scalar): Code {
  return typeof value === "boolean" ? String(value) : value;
}
