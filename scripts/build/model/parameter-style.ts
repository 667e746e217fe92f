import { isJson } from "../../vocabulary/media-type.ts";
import type { ParameterStyle } from "./model.ts";
import type { Encoding, Parameter, Schema, SchemaObject } from "./openapi.ts";
import type { Reader } from "./reader.ts";
import { plain } from "./shape.ts";

/** How a query parameter is written, where that is another way than `name=value` with lists repeated. */
export function queryStyle(parameter: Parameter, reader: Reader): ParameterStyle | undefined {
  const { style, explode, schema, content, allowReserved } = parameter;
  // whatever else it is declared as, a caller gives the text of it
  if (content !== undefined) return isWrittenAsJson(parameter) ? "json" : undefined;
  // for single values, all styles are one
  const isPlain = isScalar(schema ?? true, reader);
  if (isPlain) return allowReserved ? "reserved" : undefined;
  const listed = styleOf({ style, explode, allowReserved });
  return listed ?? (isListOfScalars(schema ?? true, reader) ? undefined : "form");
}

/** The same for a field of a form. Objects are JSON where nothing is said. */
export function encodingStyle({ style, explode, allowReserved }: Encoding): ParameterStyle | undefined {
  const listed = styleOf({ style, explode, allowReserved });
  return listed ?? (style === "form" || explode ? "form" : undefined);
}

type Said = { readonly [K in "style" | "explode" | "allowReserved"]: Encoding[K] | undefined };

function styleOf({ style, explode, allowReserved }: Said): ParameterStyle | undefined {
  if (style === "deepObject" || style === "spaceDelimited" || style === "pipeDelimited") {
    return style === "deepObject" || !explode ? style : undefined;
  }
  if (explode === false) return "comma";
  return allowReserved ? "reserved" : undefined;
}

function isListOfScalars(schema: Schema, reader: Reader): boolean {
  const found = plain(schema, reader);
  const items = found?.type === "array" ? found.items : undefined;
  return typeof items === "object" && !("length" in items) && isScalar(items, reader);
}

/** Declared to be written as JSON. */
export function isWrittenAsJson({ content }: Parameter): boolean {
  return Object.keys(content ?? {}).some(isJson);
}

/** An object, or a list of such, as far as anybody knows. */
export function holdsObjects(schema: Schema, reader: Reader, depth = 0): boolean {
  const { type, properties, items } = plain(schema, reader) ?? {};
  const types = [type ?? []].flat();
  if (types.includes("object") || (types.length === 0 && properties !== undefined)) return true;
  // a list may hold itself
  return (
    typeof items === "object" && !("length" in items) && depth < 5 && holdsObjects(items, reader, depth + 1)
  );
}

/** Neither a list nor an object, as far as anybody knows. */
function isScalar(schema: Schema, reader: Reader, depth = 0): boolean {
  const found: SchemaObject | undefined = plain(schema, reader);
  // a schema may be a branch of itself
  if (found === undefined || depth > 5) return false;
  const types = [found.type ?? []].flat();
  const branches = [...(found.oneOf ?? []), ...(found.anyOf ?? [])];
  if (types.length === 0 && branches.length > 0) {
    return branches.every((branch) => isScalar(branch, reader, depth + 1));
  }
  if (types.length === 0) return found.enum !== undefined || found.const !== undefined;
  return types.every((type) => type !== "object" && type !== "array");
}
