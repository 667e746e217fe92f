import fc from "fast-check";

/** Schemas with all the keywords that say what a value has to be; some that contradict themselves, most of which can be met. */
export function schemas(names: {
  /** Components that may stand for the value itself: those of them that do not lead back. */
  readonly here: readonly string[];
  /** Those that may stand for what is inside of it. */
  readonly inside: readonly string[];
}): fc.Arbitrary<object> {
  const reference = (some: readonly string[], other: fc.Arbitrary<object>): fc.Arbitrary<object> =>
    some.length === 0
      ? other
      : fc.constantFrom(...some).map(($ref) => ({ $ref: `#/components/schemas/${$ref}` }));
  return fc.letrec<{ any: object; inner: object; record: object; same: object }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      scalar,
      { weight: 2, arbitrary: tie("record") },
      list(tie("inner")),
      reference(names.here, scalar),
      reference(names.here, scalar).chain((one) =>
        fc.constantFrom(...beside).map((more) => ({ ...one, ...more })),
      ),
      fc.record({ allOf: fc.array(tie("record"), { minLength: 1, maxLength: 3 }) }),
      fc.tuple(scalar, fc.constantFrom(...beside)).map(([one, more]) => ({ allOf: [one, more] })),
      fc.record({ oneOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ anyOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }) }),
      fc
        .tuple(tie("record"), tie("any"))
        .map(([one, oneOf]) => ({ ...one, oneOf: [oneOf, { required: ["b"] }] })),
      fc.tuple(tie("any"), scalar).map(([one, not]) => ({ allOf: [one], not })),
      fc
        .tuple(tie("record"), tie("record"))
        .map(([condition, then]) => ({ type: "object", if: condition, then })),
    ),
    inner: fc.oneof({ maxDepth: 3 }, tie("any"), reference(names.inside, scalar)),
    same: reference(names.here, scalar),
    record: record(tie("inner")),
  })).any;
}

const beside: readonly object[] = [
  { minLength: 3 },
  { minimum: 3 },
  { maxProperties: 2 },
  { description: "says nothing" },
  { required: ["a"] },
  { minItems: 1 },
];

/** One of these types, with a few keywords: all of them at once can hardly be met. */
function few(
  type: string | readonly string[],
  keywords: Record<string, fc.Arbitrary<unknown>>,
  maxLength: number,
): fc.Arbitrary<object> {
  return fc
    .tuple(
      fc.constantFrom(...[type].flat()),
      fc.record(keywords),
      fc.subarray(Object.keys(keywords), { maxLength }),
    )
    .map(([one, all, names]) => ({
      type: one,
      ...Object.fromEntries(names.map((name) => [name, Object(all)[name]])),
    }));
}

const text = few(
  "string",
  {
    minLength: fc.nat(12),
    maxLength: fc.integer({ min: 5, max: 40 }),
    pattern: fc.constantFrom(
      "^[a-z]{3}$",
      "^\\d{2,4}-[A-F]+$",
      "x",
      "^(on|off)$",
      "^[^/]+/[^/]+$",
      "^prt_[0-9a-zA-Z]{8}$",
      "^(a|a)*b$",
      "\\S",
      "^$",
    ),
    format: fc.constantFrom(
      ...["date-time", "date", "time", "duration", "uuid", "email", "uri", "uri-reference", "uri-template"],
      ...["hostname", "ipv4", "ipv6", "json-pointer", "relative-json-pointer", "regex", "byte", "password"],
    ),
    default: fc.constantFrom("", "text", "2026-01-02", "3fa85f64-5717-4562-b3fc-2c963f66afa6"),
  },
  2,
);

const numeric = few(
  ["integer", "number"],
  {
    minimum: fc.integer({ min: -20, max: 20 }),
    maximum: fc.integer({ min: 10, max: 60 }),
    exclusiveMinimum: fc.integer({ min: -5, max: 12 }),
    exclusiveMaximum: fc.constantFrom(20, 20.5, 1e6),
    multipleOf: fc.constantFrom(1, 2, 5, 7, 0.1, 0.25, 0.01),
    format: fc.constantFrom("int32", "int64", "double"),
    example: fc.integer({ min: -20, max: 60 }),
  },
  3,
);

const scalar: fc.Arbitrary<object> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 4, arbitrary: numeric },
  fc.constantFrom<object>(
    { type: "boolean" },
    { type: "null" },
    {},
    { type: ["string", "null"] },
    { type: ["integer", "string"], maximum: 3, minLength: 2 },
    { type: "string", nullable: true },
    { const: { a: [1] } },
    { const: null },
    { minLength: 20 },
    { minimum: 20 },
  ),
  fc.record({ enum: fc.uniqueArray(fc.constantFrom("a", "on", 3, 7, null, true, "text"), { minLength: 1 }) }),
);

function record(value: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const property = fc.oneof(
    fc.tuple(fc.constantFrom("a", "b", "c", "long-name"), value),
    fc.tuple(fc.constantFrom("a", "b", "c", "long-name"), value),
    // a reference says nothing of what stands beside it in OpenAPI 3.0
    scalar.map((schema) => ["secret", { ...schema, writeOnly: true }] as const),
    scalar.map((schema) => ["made", { ...schema, readOnly: true }] as const),
  );
  const properties = fc.array(property, { maxLength: 3 }).map((found) => Object.fromEntries(found));
  return fc
    .tuple(
      properties,
      few(
        "object",
        {
          required: fc.uniqueArray(fc.constantFrom("a", "b", "secret", "made"), { maxLength: 2 }),
          additionalProperties: fc.oneof(fc.boolean(), value),
          minProperties: fc.nat(3),
          maxProperties: fc.integer({ min: 2, max: 4 }),
          patternProperties: fc.record({ "^long-": value }),
          propertyNames: fc.constantFrom({ maxLength: 9 }, { pattern: "^[a-z-]+$" }),
          dependentRequired: fc.constant({ a: ["c"] }),
        },
        3,
      ),
    )
    .map(([properties, more]) => ({ properties, ...more, ...requiredOf(more, properties) }));
}

/** Only of what is declared is it known that it is for one direction only. */
function requiredOf(schema: object, properties: object): object {
  const { required } = schema as { readonly required?: readonly string[] };
  if (required === undefined) return {};
  return {
    required: required.filter((name) => !/^(secret|made)$/.test(name) || Object.hasOwn(properties, name)),
  };
}

function list(items: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const keywords = {
    minItems: fc.nat(3),
    maxItems: fc.integer({ min: 2, max: 5 }),
    uniqueItems: fc.boolean(),
  };
  // not both at once: ajv then takes an empty list for one that contains something
  const kinds = fc.oneof(
    fc.constant({}),
    fc.record({ prefixItems: fc.array(items, { minLength: 1, maxLength: 2 }) }),
    fc.record({ contains: items }),
  );
  return fc
    .tuple(items, few("array", keywords, 2), kinds)
    .map(([each, more, kind]) => ({ items: each, ...more, ...kind }));
}
