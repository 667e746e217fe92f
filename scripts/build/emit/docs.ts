import type { OperationModel } from "../model/model.ts";
import { prose } from "./comment.ts";

/** What an editor shows of an operation: the specification's words, the request, and what else there is to say. */
export function docParts(operation: OperationModel, ...more: readonly string[]): readonly string[] {
  const { method, path, deprecated } = operation;
  return [
    ...words(operation),
    `\`${method} ${prose(path).replaceAll("`", "'")}\``,
    ...more,
    ...(deprecated ? ["@deprecated"] : []),
  ];
}

/** Summary and description, once when they are the same. */
export function words({ summary, description }: OperationModel): readonly string[] {
  const [first, second] = [prose(summary).trim(), prose(description).trim()];
  return first === second ? [first] : [first, second];
}
