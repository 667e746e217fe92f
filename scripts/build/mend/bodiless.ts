import type { Fault } from "../model/reader.ts";
import { resolved } from "./resolved.ts";
import type { Node } from "./value.ts";
import { isNode } from "./value.ts";

/**
 * Leaves no content in answers that never have any. What says so to HEAD tells what GET would give; to a status without a
 * body, it is a fault.
 */
export function mendBodiless(
  operation: Node,
  method: string,
  pointer: readonly string[],
  root: Node,
): readonly Fault[] {
  const { responses } = operation;
  if (!isNode(responses)) return [];
  const isHead = /^head$/i.test(method);
  const warnings: Fault[] = [];
  const mended = { ...responses };
  for (const [status, each] of Object.entries(responses)) {
    const response = resolved(each, root);
    const isEmpty = /^(204|205|304)$/.test(status);
    if (!(isHead || isEmpty) || !isNode(response) || !isNode(response.content)) continue;
    const { content, ...rest } = response;
    mended[status] = rest;
    if (!isEmpty || Object.keys(content as Node).length === 0) continue; // as just seen
    warnings.push({
      severity: "warning",
      pointer: [...pointer, "responses", status, ...(each === response ? ["content"] : [])],
      code: "body-of-empty-status",
      message: `The content of the answer ${status} is left out: an answer of this status has no body.`,
    });
  }
  operation.responses = mended;
  return warnings;
}
