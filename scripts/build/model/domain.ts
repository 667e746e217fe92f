import type { Scalar } from "../../vocabulary/extensions.ts";
import type { StatusModel } from "./model.ts";
import type { Schema } from "./openapi.ts";
import type { Reader } from "./reader.ts";
import { branchesOf, plain } from "./shape.ts";

/** What the types say of a status, given the values in its cases. See `StatusModel`. */
export function statusDomain(
  schemas: readonly Schema[],
  cases: readonly Scalar[],
  fold: boolean,
  reader: Reader,
): StatusModel["domain"] {
  const domains = schemas.map((schema) => domainOf(schema, reader));
  if (domains.length === 0 || !domains.every((domain) => domain !== undefined)) return "unknown";
  const literals = domains.flatMap(({ literals }) => literals);
  const types = domains.flatMap(({ types }) => types);
  // the type of a folded text is in lower case, but nothing can be said there of its outer blanks
  const folded = literals.map((value) => (fold && typeof value === "string" ? value.toLowerCase() : value));
  const named = folded.filter((value) => value !== "");
  if (types.length === 0) {
    const isClosed =
      named.every((value) => cases.includes(value)) && cases.every((value) => named.includes(value));
    return isClosed ? "closed" : "unknown";
  }
  return cases.every((value) => types.includes(typeof value)) ? "open" : "unknown";
}

interface Domain {
  readonly literals: readonly Scalar[];
  readonly types: readonly string[];
}

/** The literals and the types in the union that openapi-typescript makes of a schema; null aside. */
function domainOf(schema: Schema, reader: Reader, depth = 0): Domain | undefined {
  const found = plain(schema, reader);
  const branches = found && branchesOf(found);
  if (branches && found.type === undefined && depth < 20) {
    const domains = branches.map((branch) => domainOf(branch, reader, depth + 1));
    if (!domains.every((domain) => domain !== undefined)) return undefined;
    return {
      literals: domains.flatMap(({ literals }) => literals),
      types: domains.flatMap(({ types }) => types),
    };
  }
  if (found === undefined || found.allOf || found.oneOf || found.anyOf || found.properties) return undefined;
  const listed = found.const === undefined ? found.enum : [found.const];
  if (listed) {
    const literals = listed.filter((value) => value !== null);
    return literals.every(isScalar) ? { literals, types: [] } : undefined;
  }
  const [type, ...others] = [found.type ?? []].flat().filter((each) => each !== "null");
  if (type === undefined || others.length > 0 || found.items) return undefined;
  const name = type === "integer" ? "number" : type;
  return ["string", "number", "boolean"].includes(name) ? { literals: [], types: [name] } : undefined;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
