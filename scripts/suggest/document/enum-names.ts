import type { Document, Place } from "../../plugin/document.ts";
import { child, isObject, itemsOf } from "../../plugin/document.ts";
import { wordsAbout } from "./schema-members.ts";

/** What a schema calls the numbers of its enum: `x-enum-varnames` and the like, or one branch with a title for each. */
export function enumNames(schema: Place, document: Document): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const layer of document.layers(schema) ?? []) {
    if (!isObject(layer.value)) continue;
    const values = layer.value.enum;
    for (const keyword of ["x-enum-varnames", "x-enumNames", "x-enum-descriptions"]) {
      const listed = layer.value[keyword];
      if (!Array.isArray(values) || !Array.isArray(listed)) continue;
      for (const [index, value] of values.entries()) add(value, listed[index]);
    }
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      for (const branch of itemsOf(child(layer, keyword))) {
        for (const [value, name] of enumNames(branch, document)) add(value, name);
        const { value } = document.follow(branch) ?? branch;
        if (isObject(value))
          add(value.const ?? single(value.enum), wordsAbout(branch, document).split("\n")[0]);
      }
    }
  }
  return names;

  function add(value: unknown, name: unknown): void {
    const isNamed = typeof name === "string" && name !== "";
    if (value !== undefined && isNamed && !names.has(String(value))) names.set(String(value), name);
  }
}

function single(values: unknown): unknown {
  return Array.isArray(values) && values.length === 1 ? values[0] : undefined;
}
