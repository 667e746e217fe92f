import type { Place } from "./document.ts";
import type { Keywords, Shape } from "./shape.ts";

/** What a step into an object or a list finds. Without `shape` there is no such member, unless it is `open`. */
interface Step {
  readonly shape?: Shape;
  /** `yes`: says that it takes members which it does not name. `silent`: says nothing of members. */
  readonly open: "yes" | "no" | "silent";
  /** There is a member of this name, or nobody can know. */
  readonly isDeclared: boolean;
  readonly names: readonly string[];
}

export type Resolution = Found | Missing;

export interface Found {
  readonly shape: Shape;
  /** The first part of the pointer that is no member of which the description knows, in an object that takes any. */
  readonly undeclared?: Missing;
  /** The first `$ref` on the way that leads nowhere, behind which the next part of the pointer may be. */
  readonly lost?: Place;
}

/** The first part of a pointer that leads nowhere, the parts before it, and the names that would lead on. */
export interface Missing {
  readonly missing: string;
  readonly after: readonly string[];
  readonly names: readonly string[];
}

/** Follows a JSON pointer through a shape, to what is known of the value there or to the first part that is not there. */
export function resolvePointer(shape: Shape, pointer: readonly string[]): Resolution {
  let at = shape;
  let undeclared: Missing | undefined;
  let lost: Place | undefined;
  for (const [index, token] of pointer.entries()) {
    lost ??= lostBefore(at, token);
    const { shape: next, open, isDeclared, names } = step(at, token);
    const here: Missing = { missing: token, after: pointer.slice(0, index), names };
    if (lost === undefined) {
      if (next === undefined && open === "no") return here;
      if (!isDeclared) undeclared ??= here;
    }
    at = next ?? "open";
  }
  return { shape: at, ...(undeclared && { undeclared }), ...(lost && { lost }) };
}

/** The first `$ref` that leads nowhere and would tell what a value is, as a whole or in part; not one of its members. */
export function lostIn(shape: Shape): Place | undefined {
  if (shape === "open" || "keywords" in shape) return undefined;
  if ("lost" in shape) return shape.lost;
  return first("all" in shape ? shape.all : shape.any, lostIn);
}

/** The first `$ref` that leads nowhere and may tell of a member. Where schemas hold together, any that declares it will do. */
function lostBefore(shape: Shape, token: string): Place | undefined {
  if (shape === "open" || "keywords" in shape) return undefined;
  if ("lost" in shape) return shape.lost;
  if ("any" in shape) return first(shape.any, (part) => lostBefore(part, token));
  const declaring = shape.all.filter((part) => step(part, token).shape !== undefined);
  return first(declaring.length > 0 ? declaring : shape.all, (part) => lostBefore(part, token));
}

function first(parts: readonly Shape[], find: (part: Shape) => Place | undefined): Place | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found) return found;
  }
  return undefined;
}

/** The names of the members that the description gives to an object. */
export function memberNames(shape: Shape): readonly string[] {
  return step(shape, "").names;
}

/** The names of the members that the description requires an object to have. */
export function requiredNames(shape: Shape): readonly string[] {
  if (shape === "open" || "lost" in shape) return [];
  if ("keywords" in shape) return [shape.keywords.required ?? []].flat().map(String);
  if ("all" in shape) return [...new Set(shape.all.flatMap(requiredNames))];
  const [one = [], ...others] = shape.any.map(requiredNames);
  return one.filter((name) => others.every((names) => names.includes(name)));
}

/** Where else in a shape a member of this name stands, the least deep first; three levels are looked at. */
export function findMember(shape: Shape, name: string): readonly (readonly string[])[] {
  let level: readonly { path: readonly string[]; shape: Shape }[] = [{ path: [], shape }];
  for (let depth = 0; depth < 3; depth++) {
    level = level.flatMap((at) =>
      memberNames(at.shape).map((each) => ({
        path: [...at.path, each],
        shape: step(at.shape, each).shape ?? "open",
      })),
    );
    const found = level.filter(({ path }) => path.at(-1) === name);
    if (found.length > 0) return found.map(({ path }) => path);
  }
  return [];
}

function step(shape: Shape, token: string): Step {
  if (shape === "open" || "lost" in shape) return { open: "silent", isDeclared: true, names: [] };
  if ("keywords" in shape) return into(shape, token);
  const steps = ("all" in shape ? shape.all : shape.any).map((part) => step(part, token));
  const shapes = steps.flatMap((one) => (one.shape === undefined ? [] : [one.shape]));
  const names = [...new Set(steps.flatMap((one) => one.names))];
  const isDeclared = steps.some((one) => one.isDeclared);
  return { ...("all" in shape ? together(steps, shapes) : inTurn(steps, shapes)), isDeclared, names };
}

/** Schemas that hold together are open only if one of them says so, or if none says anything of members. */
function together(steps: readonly Step[], shapes: readonly Shape[]): Pick<Step, "open" | "shape"> {
  const open = steps.some((one) => one.open === "yes")
    ? "yes"
    : steps.some((one) => one.open === "no")
      ? "no"
      : "silent";
  return { open, ...(shapes.length > 0 && { shape: { all: shapes } }) };
}

/** Of schemas that hold in turn, one that is open may be the one that holds. */
function inTurn(steps: readonly Step[], shapes: readonly Shape[]): Pick<Step, "open" | "shape"> {
  const open = steps.some((one) => one.shape === undefined && one.open !== "no");
  const any = open ? [...shapes, "open" as const] : shapes;
  return { open: open ? "yes" : "no", ...(shapes.length > 0 && { shape: { any } }) };
}

function into({ keywords, inner }: Keywords, token: string): Step {
  const names = Object.keys(object(keywords.properties));
  const none: Step = { open: "no", isDeclared: false, names };
  const member = (shape: Shape): Step => ({ ...none, shape, isDeclared: true });
  if (names.includes(token)) return member(inner("properties", token));

  const types = [keywords.type ?? []].flat();
  const mayBe = (type: string): boolean => types.length === 0 || types.includes(type);
  const index = /^(0|[1-9]\d*)$/.test(token) ? Number(token) : undefined;
  const isList = "items" in keywords || "prefixItems" in keywords || types.includes("array");
  if (isList && mayBe("array")) {
    if (index === undefined) return { ...none, names: [...names, "0"] };
    const prefix = Array.isArray(keywords.prefixItems) ? keywords.prefixItems.length : 0;
    if (index < prefix) return member(inner("prefixItems", index));
    if (keywords.items === false) return none;
    return member("items" in keywords ? inner("items") : "open");
  }

  if (!mayBe("object")) return none;
  const pattern = Object.keys(object(keywords.patternProperties)).find((each) => matches(each, token));
  if (pattern !== undefined) return member(inner("patternProperties", pattern));
  const extra = keywords.additionalProperties;
  if (extra === false) return none;
  if (extra === true) return { ...none, open: "yes" };
  if (extra !== undefined) return { ...none, open: "yes", shape: inner("additionalProperties") };
  return { ...none, open: names.length > 0 ? "no" : "silent" };
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return false; // Redocly's business: the pattern is no regular expression.
  }
}

function object(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
