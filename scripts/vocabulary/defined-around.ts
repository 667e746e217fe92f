import { child, parseFragment, valueAt } from "./pointer.ts";

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
