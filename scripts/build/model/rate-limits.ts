import { parseDuration } from "../../vocabulary/duration.ts";
import type { RateLimit } from "../../vocabulary/extensions.ts";
import type { OperationModel } from "./model.ts";
import type { Operation } from "./openapi.ts";

/** `x-rate-limit`: one budget or a list of them. */
export function readRateLimits(operation: Operation): OperationModel["limits"] {
  // the rules of the plugin have seen that it has this shape
  const written = (operation["x-rate-limit"] ?? []) as RateLimit | readonly RateLimit[];
  return [written].flat().map(({ requests, per, bucket }) => ({
    requests,
    per: parseDuration(per) ?? 0,
    ...(bucket === undefined ? {} : { bucket }),
  }));
}
