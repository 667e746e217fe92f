import { isObject } from "./is-object.ts";

/** What is put in the place of a reference, by that reference. */
export type StandIns = ReadonlyMap<object, unknown>;

/** The same with all of them in their places. What has none in it stays what it is. */
export function withStandIns(node: unknown, standIns: StandIns): unknown {
  if (!isObject(node)) return node;
  if (standIns.has(node)) return standIns.get(node);
  if (Array.isArray(node)) {
    const items = node.map((item) => withStandIns(item, standIns));
    return items.some((item, index) => item !== node[index]) ? items : node;
  }
  const changed = Object.entries(node).flatMap(([key, value]) => {
    const other = withStandIns(value, standIns);
    return other === value ? [] : [[key, other] as const];
  });
  return changed.length === 0 ? node : { ...node, ...Object.fromEntries(changed) };
}
