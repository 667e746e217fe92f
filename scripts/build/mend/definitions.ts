import { definedAround } from "../../vocabulary/defined-around.ts";
import { printPointer } from "../../vocabulary/pointer.ts";
import { isNode } from "./value.ts";

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
