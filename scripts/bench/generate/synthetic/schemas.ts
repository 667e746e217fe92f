import type { Random } from "../../polling/random.ts";
import { fieldNames, pascal, pick, prose } from "./words.ts";

/** A part of a description, as it is written. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function ref(name: string, kind = "schemas"): JsonObject {
  return { $ref: `#/components/${kind}/${name}` };
}

/** What a whole description shares. */
export const sharedSchemas: JsonObject = {
  Resource: {
    type: "object",
    required: ["id", "created_at"],
    properties: {
      id: { type: "string", format: "uuid", readOnly: true, description: "Given by the service." },
      created_at: { type: "string", format: "date-time", readOnly: true },
      updated_at: { type: "string", format: "date-time", nullable: true, readOnly: true },
      labels: { type: "object", additionalProperties: { type: "string" } },
      owner: { allOf: [ref("Principal")], nullable: true },
    },
  },
  Principal: {
    type: "object",
    required: ["id", "type"],
    properties: {
      id: { type: "string" },
      type: { type: "string", enum: ["user", "team", "application"] },
      manager: { allOf: [ref("Principal")], nullable: true, description: "Refers to its own kind." },
    },
  },
  Page: {
    type: "object",
    required: ["total"],
    properties: {
      total: { type: "integer", format: "int64", minimum: 0 },
      next_cursor: { type: "string", nullable: true, description: "Absent on the last page." },
    },
  },
  Fault: {
    type: "object",
    required: ["code", "message"],
    properties: {
      code: { type: "string", example: "invalid_argument" },
      message: { type: "string" },
      details: {
        type: "array",
        items: { type: "object", properties: { field: { type: "string" }, reason: { type: "string" } } },
      },
    },
  },
};

/** The schemas of one kind of resource: the thing itself, what makes and changes it, a page of it, and its events. */
export function resourceSchemas(name: string, random: Random): JsonObject {
  const properties = Object.fromEntries(
    fieldNames.filter(() => random() < 0.7).map((field) => [field, fieldSchema(name, random)]),
  );
  const required = Object.keys(properties).filter(() => random() < 0.3);
  const kinds = ["Created", "Changed", "Failed", "Removed"];
  return {
    [name]: {
      allOf: [ref("Resource"), ref(`${name}Fields`)],
      description: prose(24, random),
    },
    [`${name}Fields`]: {
      type: "object",
      description: prose(30, random),
      required: ["state", ...required],
      properties: { state: ref(`${name}State`), ...properties },
      example: { state: "active", ...Object.fromEntries(required.map((field) => [field, prose(4, random)])) },
    },
    [`${name}State`]: {
      type: "string",
      enum: ["draft", "active", "suspended", "archived"],
      description: prose(12, random),
    },
    [`${name}Settings`]: {
      type: "object",
      properties: Object.fromEntries(
        ["limits", "notifications", "access"].map((group) => [
          group,
          { type: "object", properties: Object.fromEntries(someFields(5, name, random)) },
        ]),
      ),
    },
    [`${name}Create`]: {
      allOf: [
        ref(`${name}Fields`),
        { type: "object", required: ["name"], properties: { name: { type: "string", maxLength: 120 } } },
      ],
    },
    [`${name}Patch`]: { type: "object", properties: Object.fromEntries(someFields(8, name, random)) },
    [`${name}Page`]: {
      allOf: [
        ref("Page"),
        {
          type: "object",
          required: ["items"],
          properties: { items: { type: "array", items: ref(name) } },
        },
      ],
    },
    [`${name}Event`]: {
      oneOf: kinds.map((kind) => ref(`${name}${kind}`)),
      discriminator: {
        propertyName: "kind",
        mapping: Object.fromEntries(
          kinds.map((kind) => [kind.toLowerCase(), `#/components/schemas/${name}${kind}`]),
        ),
      },
    },
    ...Object.fromEntries(
      kinds.map((kind) => [
        `${name}${kind}`,
        {
          type: "object",
          required: ["kind", "at"],
          properties: {
            kind: { type: "string", enum: [kind.toLowerCase()] },
            at: { type: "string", format: "date-time" },
            by: ref("Principal"),
            ...Object.fromEntries(someFields(4, name, random)),
          },
        },
      ]),
    ),
  };
}

function someFields(count: number, name: string, random: Random): readonly (readonly [string, Json])[] {
  return Array.from({ length: count }, () => [pick(fieldNames, random), fieldSchema(name, random)] as const);
}

function fieldSchema(name: string, random: Random): JsonObject {
  const description = prose(6 + Math.floor(random() * 20), random);
  const nullable = random() < 0.2 ? { nullable: true } : {};
  const kinds: readonly (() => JsonObject)[] = [
    () => ({ type: "string", description, ...nullable }),
    () => ({ type: "string", description, format: "date-time", ...nullable }),
    () => ({ type: "integer", description, minimum: 0, ...nullable }),
    () => ({ type: "number", description, ...nullable }),
    () => ({ type: "boolean", description, default: false }),
    () => ({ type: "string", description, enum: ["low", "medium", "high", pascal(name).toLowerCase()] }),
    () => ({ type: "array", description, items: { type: "string" } }),
    () => ({ type: "array", description, items: ref("Principal"), ...nullable }),
    () => ({ description, oneOf: [{ type: "string" }, { type: "integer" }, ref("Principal")] }),
    () => ({ description, anyOf: [ref(`${name}State`), { type: "boolean" }] }),
    () => ({
      type: "object",
      description,
      required: ["unit"],
      properties: { unit: { type: "string" }, value: { type: "number", ...nullable } },
    }),
  ];
  return pick(kinds, random)();
}
