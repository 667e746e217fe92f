import { plainText } from "../../vocabulary/plain-text.ts";
import { child } from "../../vocabulary/pointer.ts";

/**
 * Whether bundling would leave a document as it is, found out in a twentieth of the time: each of its `$ref`s leads to a
 * component of its own, and stands where that component may. Of any doubt it says no.
 */
export function standsAlone(document: unknown): boolean {
  const components = child(document, "components");
  const seen = new Set<object>();
  const targets = new Map<unknown, boolean>();
  return components !== undefined && isAlone(document, "", "");

  /** `key` is what the node is found by, for an item of a list that of the list; `holder` is the key one level up. */
  function isAlone(node: unknown, key: string, holder: string): boolean {
    if (typeof node !== "object" || node === null) return true;
    // an alias of YAML
    if (seen.has(node)) return false;
    seen.add(node);
    if (Array.isArray(node)) return node.every((item) => isAlone(item, key, holder));
    if ("externalValue" in node || "$anchor" in node) return false;
    if ("$ref" in node && !(isHome(key, holder) && leadsOn(node.$ref))) return false;
    if (key === "discriminator" && !isKept(node)) return false;
    return Object.keys(node).every((name) => isAlone(child(node, name), name, key));
  }

  /** Many references lead to the same. */
  function leadsOn($ref: unknown): boolean {
    const known = targets.get($ref) ?? componentOf($ref) !== undefined;
    targets.set($ref, known);
    return known;
  }

  /** Bundling rewrites a mapping to where its `$ref`s end. */
  function isKept(discriminator: object): boolean {
    const targets: readonly unknown[] = Object.values(child(discriminator, "mapping") ?? {});
    return (
      !("defaultMapping" in discriminator) && targets.every((target) => isName(target) || isSchema(target))
    );
  }

  function isSchema(target: unknown): boolean {
    const [, name = ""] = /^#\/components\/schemas\/([\w.-]+)$/.exec(plainText(target)) ?? [];
    const schema = child(child(components, "schemas"), name);
    return schema !== undefined && child(schema, "$ref") === undefined;
  }

  /** What it leads to in the end, unless that is a circle, or there is more to it than the reference. */
  function componentOf($ref: unknown, hops = 0): unknown {
    const [, kind, name] = /^#\/components\/(\w+)\/([\w.-]+)$/.exec(plainText($ref)) ?? [];
    const found = kind === undefined || name === undefined ? undefined : child(child(components, kind), name);
    const next = child(found, "$ref");
    if (next === undefined) return found;
    const isAlias = Object.keys(Object(found)).length === 1;
    return isAlias && hops < 10 ? componentOf(next, hops + 1) : undefined;
  }
}

function isName(target: unknown): boolean {
  return typeof target === "string" && /^\w+$/.test(target);
}

/** Elsewhere, and under these keys, a `$ref` may be a part of a value, for which bundling has other rules. */
function isHome(key: string, holder: string): boolean {
  return single.has(key) || (maps.has(holder) && !values.has(key));
}

const single = new Set([
  ...["schema", "items", "additionalProperties", "not", "requestBody"],
  ...["allOf", "oneOf", "anyOf", "prefixItems", "parameters"],
]);
const maps = new Set(["properties", "patternProperties", "responses", "headers"]);
const values = new Set(["default", "example", "examples", "const", "enum", "value", "description"]);
