import { Ajv2020, addFormats } from "../peers.ts";
import { findOperation, listOperations, type Operation } from "./operations.ts";
import { fragment, locate, members, type Place } from "./pointer.ts";

/** What a specification says about the answers of its API. */
export interface Contract {
  readonly operations: readonly Operation[];
  find(method: string, pathname: string): Operation | undefined;
  /** Why the specification does not allow this answer, in sentences; empty when it does. Leaves the body unread. */
  check(operation: Operation, response: Response): Promise<string[]>;
}

/** Reads a bundled OpenAPI 3.1 document. */
export function openContract(document: unknown): Contract {
  const fits = openSchemas(document);
  const operations = listOperations(document);
  return {
    operations,
    find: (method, pathname) => findOperation(document, operations, method, pathname),
    async check(operation, response) {
      const path = ["paths", operation.path, operation.method.toLowerCase(), "responses"];
      const declared = declaredAnswer(document, path, response.status);
      if (!declared) return [`Status ${response.status} is not declared.`];
      return [
        ...checkHeaders(document, declared, response, fits),
        ...(await checkBody(document, declared, response, fits)),
      ];
    },
  };
}

/** Sentences about how a value breaks the schema at a place. */
type Fits = (schema: Place, value: unknown, what: string) => string[];

/** The document is one schema to Ajv, so that a `$ref` into it means the same there as in the specification. */
function openSchemas(document: unknown): Fits {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "document", ...Object.fromEntries(members(document)) }, undefined, undefined, false);
  return (schema, value, what) => {
    const ref = `document#${fragment(schema)}`;
    const validate = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref });
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      (error) => `The ${what}${at(error.instancePath)} ${error.message}${detail(error.params)}.`,
    );
  };
}

function declaredAnswer(document: unknown, path: readonly string[], status: number): Place | undefined {
  for (const key of [`${status}`, `${Math.floor(status / 100)}XX`, "default"]) {
    const place = locate(document, [...path, key]);
    if (place) return place;
  }
  return undefined;
}

function checkHeaders(document: unknown, declared: Place, response: Response, fits: Fits): string[] {
  return members(locate(document, [...declared.path, "headers"])?.value).flatMap(([name]) => {
    const header = [...declared.path, "headers", name];
    const value = response.headers.get(name);
    if (value === null) {
      return locate(document, [...header, "required"])?.value === true
        ? [`The header ${name} is missing.`]
        : [];
    }
    const schema = locate(document, [...header, "schema"]);
    return schema ? fits(schema, fromText(schema.value, value), `header ${name}`) : [];
  });
}

async function checkBody(
  document: unknown,
  declared: Place,
  response: Response,
  fits: Fits,
): Promise<string[]> {
  const content = members(locate(document, [...declared.path, "content"])?.value);
  const given = mediaType(response.headers.get("content-type"));
  const text = isJson(given) ? await response.clone().text() : undefined;
  if (content.length === 0) return response.body === null ? [] : [`A body of type ${given} is not declared.`];
  const entries = content.filter(([type]) => mediaType(type) === given);
  if (entries.length === 0) return [`The media type ${given || "(none)"} is not declared.`];
  // beside `application/json; charset=utf-8`, `application/json` may have no more than an example
  const [schema] = entries.flatMap(
    ([type]) => locate(document, [...declared.path, "content", type, "schema"]) ?? [],
  );
  if (text === undefined || !schema) return [];
  const parsed = parse(text);
  return parsed ? fits(schema, parsed.value, "body") : ["The body is not JSON."];
}

/** A header is text; its schema may speak of numbers. */
function fromText(schema: unknown, value: string): unknown {
  const type = locate(schema, ["type"])?.value;
  return type === "integer" || type === "number" ? Number(value) : value;
}

function mediaType(header: string | null): string {
  return (header ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function isJson(type: string): boolean {
  return type === "application/json" || type.endsWith("+json");
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function at(pointer: string): string {
  return pointer && ` at ${pointer}`;
}

/** Ajv's message leaves out which property is too many and which values are allowed. */
function detail(params: Record<string, unknown>): string {
  if (typeof params.additionalProperty === "string") return ` ("${params.additionalProperty}")`;
  return Array.isArray(params.allowedValues) ? ` (${params.allowedValues.join(", ")})` : "";
}
