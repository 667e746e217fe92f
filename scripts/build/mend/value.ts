/** A part of a document that is being mended. */
export type Node = Record<string, unknown>;

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Leaves only nodes in the node of this key, and gives them. */
export function keepNodes(node: Node, key: string): readonly Node[] {
  keepIf(node, key, isNode);
  const members = node[key];
  if (!isNode(members)) return [];
  for (const name of Object.keys(members)) keepIf(members, name, isNode);
  return Object.values(members).filter(isNode);
}

/** Deletes what is not as it should be. */
export function keepIf(node: Node, key: string, isRight: (value: unknown) => boolean): void {
  if (Object.hasOwn(node, key) && !isRight(node[key])) delete node[key];
}
