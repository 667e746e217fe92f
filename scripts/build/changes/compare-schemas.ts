import type { Schema, SchemaObject } from "../model/openapi.ts";
import type { Difference, Impact } from "./change.ts";
import { difference } from "./change.ts";
import type { Follow, Placed } from "./follow.ts";

interface Sides {
  /** What goes in must not be narrowed, and what comes out must not be widened. */
  readonly direction: "request" | "response";
  readonly before: Follow;
  readonly after: Follow;
}

/** What changed about the values that a schema lets through, as callers see them. */
export function compareSchemas(
  old: Placed<Schema | undefined>,
  now: Placed<Schema | undefined>,
  sides: Sides,
): readonly Difference[] {
  const seen = new Set<string>();
  return compare(old, now);

  function compare(old: Placed<Schema | undefined>, now: Placed<Schema | undefined>): readonly Difference[] {
    const was = schemaOf(old, sides.before);
    const is = schemaOf(now, sides.after);
    if (was && !is && typeof now.value === "object") return [lost(now.pointer)];
    if (was === undefined || is === undefined) return [];
    // schemas may contain themselves
    const pair = JSON.stringify([was.pointer, is.pointer]);
    if (seen.has(pair)) return [];
    seen.add(pair);
    return [
      ...compareTypes(was, is),
      ...compareEnums(was, is, sides.direction),
      ...compareProperties(was, is, sides.direction),
      ...shared(was, is).flatMap(([a, b]) => compare(a, b)),
    ];
  }
}

function schemaOf(
  { value, pointer }: Placed<Schema | undefined>,
  follow: Follow,
): Placed<SchemaObject> | undefined {
  return typeof value === "object" ? follow<SchemaObject>({ value, pointer }) : undefined;
}

/** The reference leads nowhere. */
function lost(pointer: readonly string[]): Difference {
  const message = "Its schema is not there any more: it may be anything.";
  return difference("major", "schema-type-changed", message, pointer);
}

function compareTypes(old: Placed<SchemaObject>, now: Placed<SchemaObject>): readonly Difference[] {
  const [was, is] = [old, now].map(({ value: { type, nullable } }) =>
    [...(type === undefined ? [] : [type].flat()), ...(nullable ? ["null"] : [])].sort().join(" or "),
  );
  if (was === is) return [];
  const message = `The type changed from ${was || "any"} to ${is || "any"}.`;
  return [difference("major", "schema-type-changed", message, now.pointer)];
}

function compareEnums(
  old: Placed<SchemaObject>,
  now: Placed<SchemaObject>,
  direction: Sides["direction"],
): readonly Difference[] {
  const [was, is] = [old.value.enum, now.value.enum];
  if (was === undefined && is === undefined) return [];
  const added = is === undefined ? [] : is.filter((value) => !was?.includes(value));
  const removed = was === undefined ? [] : was.filter((value) => !is?.includes(value));
  if (was === undefined || is === undefined) {
    const breaks = (is === undefined) === (direction === "response");
    const message = is === undefined ? "It may be any value now." : `It may only be ${list(is)} now.`;
    return [difference(breaks ? "major" : "minor", "enum-changed", message, now.pointer)];
  }
  return [
    ...some(added, direction === "response", "enum-values-added", (values) => `The enum gained ${values}.`),
    ...some(removed, direction === "request", "enum-values-removed", (values) => `The enum lost ${values}.`),
  ];

  function some(
    values: readonly unknown[],
    breaks: boolean,
    rule: string,
    message: (values: string) => string,
  ): readonly Difference[] {
    if (values.length === 0) return [];
    const found = difference(breaks ? "major" : "minor", rule, message(list(values)), now.pointer);
    return [{ ...found, values: { all: values, of: now.pointer } }];
  }
}

function list(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}

function compareProperties(
  { value: old }: Placed<SchemaObject>,
  { value: now, pointer }: Placed<SchemaObject>,
  direction: Sides["direction"],
): readonly Difference[] {
  const names = Object.keys({ ...old.properties, ...now.properties });
  return names.flatMap((name): readonly Difference[] => {
    const [had, has] = [old, now].map(({ properties = {} }) => Object.hasOwn(properties, name));
    const [needed, needs] = [old, now].map(({ required = [] }) => required.includes(name));
    const say = (impact: Impact, rule: string, what: string): readonly Difference[] => [
      difference(impact, rule, `Property \`${name}\` ${what}.`, pointer),
    ];
    if (had && !has) return say("major", "property-removed", "was removed");
    if (!had && needs && direction === "request")
      return say("major", "required-properties-added", "was added, and is required");
    if (!had) return say("minor", "added", "was added");
    if (needs && !needed)
      return say(direction === "request" ? "major" : "minor", "required-properties-added", "became required");
    if (needed && !needs)
      return say(
        direction === "response" ? "major" : "minor",
        "required-properties-removed",
        "is no longer required",
      );
    return [];
  });
}

type Pair = readonly [old: Placed<Schema | undefined>, now: Placed<Schema | undefined>];

/** The schemas inside that both have. */
function shared(old: Placed<SchemaObject>, now: Placed<SchemaObject>): readonly Pair[] {
  const names = Object.keys(old.value.properties ?? {}).filter(
    (name) => now.value.properties?.[name] !== undefined,
  );
  const lists = (["allOf", "anyOf", "oneOf"] as const).flatMap((key) =>
    (old.value[key] ?? []).map((_, index) => [key, index] as const),
  );
  return [
    ...names.map((name): Pair => {
      const inside = ["properties", name];
      return [
        { value: old.value.properties?.[name], pointer: [...old.pointer, ...inside] },
        { value: now.value.properties?.[name], pointer: [...now.pointer, ...inside] },
      ];
    }),
    ...lists.map(([key, index]): Pair => {
      const inside = [key, String(index)];
      return [
        { value: old.value[key]?.[index], pointer: [...old.pointer, ...inside] },
        { value: now.value[key]?.[index], pointer: [...now.pointer, ...inside] },
      ];
    }),
    ...(isSchema(old.value.items) && isSchema(now.value.items)
      ? [
          [
            { value: old.value.items, pointer: [...old.pointer, "items"] },
            { value: now.value.items, pointer: [...now.pointer, "items"] },
          ] as const,
        ]
      : []),
  ];
}

function isSchema(value: SchemaObject["items"]): value is Schema {
  return value !== undefined && !Array.isArray(value);
}
