import type { Document } from "@redocly/openapi-core";
import { YamlParseError } from "@redocly/openapi-core";
import { printPointer } from "../../vocabulary/pointer.ts";

/** YAML can say with aliases in a few lines what no memory holds: things inside themselves, and copies of copies. */
export class AliasError extends Error {
  override readonly name = "AliasError";
  readonly code: "alias-circle" | "alias-bomb";
  readonly pointer: string;

  constructor(code: AliasError["code"], message: string, way: readonly string[]) {
    super(message);
    this.code = code;
    this.pointer = `#${printPointer(way)}`;
  }
}

/** Refuses a document whose aliases lead in a circle, or which would be many times as large without them. */
export function checkAliases({ source, parsed }: Document): void {
  if (anchorsIn(source.body).length === 0) return;
  try {
    measure(parsed);
  } catch (error) {
    if (!(error instanceof AliasError)) throw error;
    throw new YamlParseError(error, source);
  }
}

/** The names of all anchors. They stand at the beginning of values, and so do some texts that are none. */
export function anchorsIn(text: string): readonly string[] {
  const found = text.matchAll(/(?:^|[\s[{,:?-])&([^\s,[\]{}]+)/gm);
  return [...new Set(Array.from(found, ([, name = ""]) => name))];
}

/** Values that a document may have when its aliases are written out: as many times its own, and so many more. */
const factor = 10;
const allowance = 100_000;
const maxDepth = 500;

function measure(root: unknown): void {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  // one for all, for a step costs less than a copy
  const way: string[] = [];
  const size = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value))
      throw new AliasError("alias-circle", "This alias stands for something that it is a part of.", way);
    if (way.length > maxDepth)
      throw new AliasError("alias-bomb", `Aliases of aliases are ${maxDepth} levels deep.`, way);
    open.add(value);
    let total = 1;
    for (const [key, each] of Object.entries(value)) {
      way.push(key);
      total += size(each);
      way.pop();
      if (total > factor * (sizes.size + open.size) + allowance)
        throw new AliasError(
          "alias-bomb",
          "Written out, these aliases would be many times the document.",
          way,
        );
    }
    open.delete(value);
    sizes.set(value, total);
    return total;
  };
  size(root);
}
