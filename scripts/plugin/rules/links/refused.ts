import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import type { Link } from "./link.ts";

/** `start` goes on from a success only: a link to a job is followed from no other answer, a redirect among them. */
export function checkAccepted(
  link: Link,
  source: Operation,
  target: Operation | undefined,
  warn: Report,
): void {
  if (!target?.isPolled || source.isPolled || link.isStart) return;
  const what = link.code.startsWith("3")
    ? "A redirect is not followed, so nothing is started by this link; send the request with `fetchClient`, and `poll` with what its `Location` says."
    : `No job is started by a refusal, so this link of ${link.scope.answer} is not followed; write it on a success.`;
  warn(link.place, "link-on-refusal", what, { onKey: true });
}
