import { child, parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";
import { isNode } from "./value.ts";

/**
 * The way to the definition that `#/$defs/Name` means which stands at the end of `way`, where the document has no `$defs` at
 * its root: that of the nearest schema around it. `undefined` where none has it.
 */
export function definedAround(
  document: unknown,
  reference: string,
  way: readonly string[],
): readonly string[] | undefined {
  const [defs, name, ...deeper] = parseFragment(reference.slice(1));
  if (defs !== "$defs" || name === undefined || child(document, "$defs") !== undefined) return undefined;
  const found = way
    .map((_, index) => [...way.slice(0, index + 1), "$defs", name])
    .findLast((each) => valueAt(document, each) !== undefined);
  return found && [...found, ...deeper];
}

/** Leads such references to what they mean. */
export function mendDefinitions(root: object): void {
  visit(root, [], false);

  function visit(value: unknown, way: readonly string[], isWithin: boolean): void {
    if (typeof value !== "object" || value === null) return;
    const hasThem = isWithin || (isNode(value) && isNode(value.$defs));
    for (const [key, each] of Object.entries(value)) {
      const isReference = hasThem && typeof each === "string" && each.startsWith("#/$defs/");
      const found = isReference ? definedAround(root, each, [...way, key]) : undefined;
      if (found) Object.assign(value, { [key]: `#${printPointer(found)}` });
      else visit(each, [...way, key], hasThem);
    }
  }
}
