import { checkOne } from "../../checks.ts";
import type { Report } from "../../report.ts";
import type { Link } from "./link.ts";

/** `x-url` says where the answer has the URL from which the target's path and query parameters are read. */
export function checkLinkUrl({ fields, scope }: Link, report: Report): void {
  const place = fields.get("x-url");
  if (!place) return;
  const fromAnswer = { ...scope, kinds: ["response.header", "response.body"] as const };
  checkOne(place, { scope: fromAnswer, types: ["A URL", ["string"]] }, report);
}
