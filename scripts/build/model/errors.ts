import type { Errors, Scalar } from "../../vocabulary/extensions.ts";
import { isForeign } from "../../vocabulary/foreign.ts";
import { errorsKeys } from "../../vocabulary/keys.ts";
import { readAccesses } from "./access.ts";
import type { Code, ErrorsModel } from "./model.ts";
import type { Reader } from "./reader.ts";

/** `x-errors`: how the API reports a refused call. */
export function readErrors(reader: Reader): ErrorsModel {
  const block = reader.resolve(reader.document["x-errors"] as Errors | undefined);
  const isSomebodyElses = isForeign("x-errors", block);
  if (isSomebodyElses) reader.warn(["x-errors"], "foreign-extension", notRead);
  // the rules of the plugin have seen that it has this shape
  const errors: Errors = (isSomebodyElses ? undefined : block) ?? {};
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

const notRead =
  `This \`x-errors\` has none of the keys that it has here (${errorsKeys.join(", ")}), so it is taken for somebody ` +
  "else's: refused calls are told by their HTTP status.";

/** Codes compare as text. */
function asCode(value: Scalar): Code {
  return typeof value === "boolean" ? String(value) : value;
}
