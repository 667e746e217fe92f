/** A part of a document that is being mended. */
export type Node = Record<string, unknown>;

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Deletes what is not as it should be. */
export function keepIf(node: Node, key: string, isRight: (value: unknown) => boolean): void {
  if (Object.hasOwn(node, key) && !isRight(node[key])) delete node[key];
}
