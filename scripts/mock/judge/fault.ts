import { isDeepStrictEqual } from "node:util";
import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { members } from "../../../src/sandbox/contract/pointer.ts";
import { markOf } from "../document/mark.ts";
import type { Keywords } from "../document/schema.ts";
import { below, isRecord, keywords, partOf, partsOf, pointerOf } from "../document/schema.ts";
import type { Direction, Fault, Judged, Judging, Known, Rigor } from "./judging.ts";
import { listFault } from "./list.ts";
import { numberFault } from "./number.ts";
import { objectFault } from "./object.ts";
import { textFault } from "./text.ts";

/** The first fault of a value. */
export function faultIn(
  place: Place,
  value: unknown,
  document: unknown,
  direction: Direction = "answer",
  rigor: Rigor = "certain",
  all: Judged = new WeakMap(),
): Fault | undefined {
  const isAllowed = (part: Place, each: unknown): boolean => allows(part, each, document, direction);
  return judge(place, value, {
    document,
    direction,
    rigor,
    whole: place,
    known: knownOf(value, all),
    all,
    allows: isAllowed,
  });
}

/** `all`: what was found before, in the same document and direction, of values that have not changed since. */
export function allows(
  place: Place,
  value: unknown,
  document: unknown,
  direction?: Direction,
  all?: Judged,
): boolean {
  return faultIn(place, value, document, direction, "certain", all) === undefined;
}

function judge(place: Place, value: unknown, judging: Judging): Fault | undefined {
  const { known, rigor, whole } = judging;
  const name = `${rigor} ${pointerOf(place)} ${pointerOf(whole)}`;
  if (known.has(name)) return known.get(name);
  known.set(name, undefined);
  const fault = judged(place, value, judging);
  known.set(name, fault);
  return fault;
}

function judged(place: Place, value: unknown, judging: Judging): Fault | undefined {
  if (place.value === false) return here("is not allowed");
  const schema = keywords(place.value);
  if (value === null && schema.nullable === true && judging.rigor === "trusting") return undefined;
  return (
    valueFault(schema, value) ??
    typedFault(place, schema, value, judging) ??
    partFault(place, value, judging) ??
    conditionFault(place, value, judging)
  );
}

function knownOf(value: unknown, all: Judged): Known {
  if (typeof value !== "object" || value === null) return new Map();
  const known = all.get(value) ?? new Map();
  all.set(value, known);
  return known;
}

function here(what: string): Fault {
  return { at: [], what };
}

function valueFault(schema: Keywords, value: unknown): Fault | undefined {
  const { const: only, enum: values } = schema;
  if (Object.hasOwn(schema, "const") && !isDeepStrictEqual(only, value))
    return here(`is not ${JSON.stringify(only)}`);
  if (Array.isArray(values) && !values.some((each) => isDeepStrictEqual(each, value))) {
    const shown = values.slice(0, 10).map((each) => JSON.stringify(each));
    return here(`is none of ${shown.join(", ")}${values.length > 10 ? ", …" : ""}`);
  }
  const types = [schema.type ?? []].flat();
  if (types.length === 0 || types.some((type) => isOf(type, value))) return undefined;
  if (value === null && schema.nullable === true) return undefined;
  return here(`is no ${types.join(" or ")}`);
}

function isOf(type: unknown, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isRecord(value);
  if (type === "integer") return Number.isInteger(value);
  return type === typeof value;
}

/** Each keyword judges values of its own type only. */
function typedFault(place: Place, schema: Keywords, value: unknown, judging: Judging): Fault | undefined {
  const inner = (part: Place | undefined, each: unknown, key: string): Fault | undefined => {
    const fault = part && judge(part, each, { ...judging, whole: part, known: knownOf(each, judging.all) });
    return fault && { ...fault, at: [key, ...fault.at] };
  };
  if (typeof value === "string") return told(textFault(schema, value, judging.rigor));
  if (typeof value === "number") return told(numberFault(schema, value));
  if (Array.isArray(value)) return listFault(place, value, judging, inner);
  return isRecord(value) ? objectFault(place, value, judging, inner) : undefined;
}

function told(what: string | undefined): Fault | undefined {
  return what === undefined ? undefined : here(what);
}

function partFault(place: Place, value: unknown, judging: Judging): Fault | undefined {
  const { document } = judging;
  for (const part of partsOf(place, "allOf", document)) {
    const fault = judge(part, value, judging);
    if (fault) return fault;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const parts = partsOf(place, keyword, document);
    if (parts.length === 0) continue;
    const named = branchNamed(place, keyword, value, document);
    if (named) {
      const fault = judge(named, value, judging);
      if (fault) return fault;
      continue;
    }
    const [only, ...others] = parts;
    if (!parts.some((part) => judge(part, value, judging) === undefined))
      return (
        (only && others.length === 0 && judge(only, value, judging)) ||
        here(`fits no schema of its ${keyword}`)
      );
    if (keyword === "oneOf" && fitsSeveral(parts, value, opposite(judging)))
      return here("fits several schemas of its oneOf");
  }
  return undefined;
}

/** There may be a hundred: none is looked at once this is known. */
function fitsSeveral(parts: readonly Place[], value: unknown, judging: Judging): boolean {
  let fitting = 0;
  return parts.some((part) => judge(part, value, judging) === undefined && ++fitting > 1);
}

/** The branch that a discriminator says it is. */
function branchNamed(place: Place, keyword: string, value: unknown, document: unknown): Place | undefined {
  const schema = keywords(place.value);
  if (schema.discriminator === undefined) return undefined;
  const index = members(schema[keyword]).findIndex(([, branch]) => {
    const mark = markOf(place, branch);
    return mark !== undefined && keywords(value)[mark.name] === mark.value;
  });
  return index < 0 ? undefined : partsOf(place, keyword, document)[index];
}

/** To be certain that something is allowed, one has to know that what would forbid it is not even possible. */
function opposite(judging: Judging): Judging {
  return { ...judging, rigor: judging.rigor === "certain" ? "possible" : "certain" };
}

function conditionFault(place: Place, value: unknown, judging: Judging): Fault | undefined {
  const part = (keyword: string): Place | undefined => partOf(place, keyword, judging.document);
  const not = part("not");
  if (not && judge(not, value, opposite(judging)) === undefined) return here("is what it may not be");
  const consequences = [...consequencesOf(place, value, judging), ...dependents(place, value, judging)];
  for (const consequence of consequences) {
    const fault = judge(consequence, value, judging);
    if (fault) return fault;
  }
  return undefined;
}

/** Of `then` and `else`, those that hold; where it is not certain which, both or none. */
function consequencesOf(place: Place, value: unknown, judging: Judging): readonly Place[] {
  const [condition, then, otherwise] = ["if", "then", "else"].map((keyword) =>
    partOf(place, keyword, judging.document),
  );
  if (condition === undefined) return [];
  const isMet = judge(condition, value, opposite(judging)) === undefined;
  const isUnmet = judge(condition, value, judging) !== undefined;
  return [...(isMet && then ? [then] : []), ...(isUnmet && otherwise ? [otherwise] : [])];
}

function dependents(place: Place, value: unknown, { document }: Judging): readonly Place[] {
  if (!isRecord(value)) return [];
  return members(keywords(place.value).dependentSchemas).flatMap(([name]) =>
    Object.hasOwn(value, name) ? (below(document, place, ["dependentSchemas", name]) ?? []) : [],
  );
}
