import type { Document, Place } from "./document.ts";
import { child, isObject, itemsOf } from "./document.ts";

/**
 * What the description says about one value: the keywords of one schema object, shapes that hold together (`all`) or
 * in turn (`any`), nothing (`"open"`), or what nobody knows, for a `$ref` leads nowhere (`lost`). Behind it lie `$ref`, allOf,
 * oneOf and anyOf, so readers need not know them.
 */
export type Shape =
  | Keywords
  | { readonly all: readonly Shape[] }
  | { readonly any: readonly Shape[] }
  | { readonly lost: Place }
  | "open";

export interface Keywords {
  readonly keywords: Readonly<Record<string, unknown>>;
  /** The shape of a schema inside this one. */
  readonly inner: (...path: readonly (string | number)[]) => Shape;
}

/** Nothing is read before somebody looks: of a big description, few bodies matter. */
export function shapeOf(schema: Place, document: Document): Shape {
  let all: readonly Shape[] | undefined;
  return {
    get all() {
      all ??= [read(schema, { document, left: 2000 }, []) ?? "open"];
      return all;
    },
  };
}

interface Reading {
  readonly document: Document;
  /** How many more branches to read. Schemas that are branches of each other, crosswise, have no end of them. */
  left: number;
}

/** `within` names the schemas being read: one that is a branch of itself (`A: { oneOf: [A, B] }`) adds nothing. */
function read(schema: Place, reading: Reading, within: readonly string[]): Shape | undefined {
  if (schema.value === false) return { any: [] };
  if (reading.left-- <= 0) return "open";
  const { document } = reading;
  const layers = document.layers(schema);
  const name = layers?.at(-1)?.location.absolutePointer;
  if (layers === undefined || name === undefined) return { lost: schema };
  if (within.includes(name)) return undefined;

  const branches = (layer: Place, keyword: string): readonly Shape[] =>
    itemsOf(child(layer, keyword)).flatMap((branch) => read(branch, reading, [...within, name]) ?? []);
  const parts = layers.flatMap((layer): readonly Shape[] => {
    if (!isObject(layer.value)) return ["open"];
    const inner: Keywords["inner"] = (...path) => shapeOf(path.reduce(child, layer), document);
    return [
      { keywords: layer.value, inner },
      ...branches(layer, "allOf"),
      ...["oneOf", "anyOf"]
        .map((keyword) => ({ any: branches(layer, keyword) }))
        .filter(({ any }) => any.length > 0),
    ];
  });
  return { all: parts };
}
