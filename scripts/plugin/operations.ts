import { isJson, jsonTypes } from "../vocabulary/media-type.ts";
import { once } from "../vocabulary/once.ts";
import type { Document, Place } from "./document.ts";
import { isObject, itemsOf } from "./document.ts";
import { jsonMedia } from "./json-media.ts";
import type { Shape } from "./shape.ts";
import { shapeOf } from "./shape.ts";

/** An operation under `paths`. Operations in webhooks and callbacks are not called by a client and are left out. */
export interface Operation {
  readonly name: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly id: string | undefined;
  readonly place: Place;
  readonly fields: ReadonlyMap<string, Place>;
  readonly parameters: readonly Parameter[];
  /** A parameter is a `$ref` that leads nowhere, so the list is not complete. */
  readonly lacksParameters: boolean;
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
  readonly isPolled: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly shape: Shape;
}

export interface RequestBody {
  readonly required: boolean;
  readonly shape: Shape;
}

export interface Response {
  /** As the description writes it: `200`, `4XX`, `default`. */
  readonly code: string;
  /** It is 2xx, or `default` where no other is a success or leads on; the generated client takes it so, too. */
  readonly isSuccess: boolean;
  readonly fields: ReadonlyMap<string, Place>;
  /** `undefined` when the response has no JSON body. */
  readonly body: Shape | undefined;
  /** `undefined` when the response documents no headers: then any may come. */
  readonly headers: ReadonlyMap<string, Shape> | undefined;
}

/** Read once for a description, although several rules look at it. */
export function operationsOf(document: Document): readonly Operation[] {
  const { value } = document.root;
  if (!isObject(value)) return [];
  const known = read.get(value) ?? readOperations(document);
  read.set(value, known);
  return known;
}

const read = new WeakMap<object, readonly Operation[]>();

/** For those who are about to change the description. */
export function readOperations(document: Document): readonly Operation[] {
  const paths = document.fields(document.root).get("paths");
  return [...document.fields(paths)].flatMap(([path, item]) => {
    const fields = document.fields(item);
    return methods.flatMap((method): readonly Operation[] => {
      const place = fields.get(method);
      return place && isObject(place.value)
        ? [operation(method.toUpperCase(), path, { place, shared: fields }, document)]
        : [];
    });
  });
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

function operation(
  method: string,
  path: string,
  { place, shared }: { readonly place: Place; readonly shared: ReadonlyMap<string, Place> },
  document: Document,
): Operation {
  const fields = document.fields(place);
  const id = fields.get("operationId")?.value;
  // most operations have nothing to do with a job, and nobody asks what they take or give
  const parameters = once(() => {
    const declared = parametersOf(fields, shared, document);
    return [...declared, ...undeclaredIn(path, declared)];
  });
  const requestBody = once(() => requestBodyOf(fields.get("requestBody"), document));
  const responses = once(() => responsesOf(fields.get("responses"), document));
  return {
    name: typeof id === "string" ? id : `${method} ${path}`,
    method,
    path,
    id: typeof id === "string" ? id : undefined,
    place,
    fields,
    get parameters() {
      return parameters();
    },
    get lacksParameters() {
      return [...listed(fields), ...listed(shared)].some((one) => document.follow(one) === undefined);
    },
    get requestBody() {
      return requestBody();
    },
    get responses() {
      return responses();
    },
    isPolled: fields.has("x-polling"),
  };
}

/** Its own win over those of the path. */
function parametersOf(
  fields: ReadonlyMap<string, Place>,
  shared: ReadonlyMap<string, Place>,
  document: Document,
): readonly Parameter[] {
  const own = listed(fields).flatMap((one) => parameterOf(one, document));
  const inherited = listed(shared)
    .flatMap((one) => parameterOf(one, document))
    .filter((one) => !own.some((other) => other.name === one.name && other.in === one.in));
  return [...own, ...inherited];
}

/** What stands in a path has to be given, whether anybody has declared it or not; the build takes it for a text. */
function undeclaredIn(path: string, declared: readonly Parameter[]): readonly Parameter[] {
  const [way = ""] = path.split(/[?#]/);
  const isDeclared = (...names: readonly string[]): boolean =>
    declared.some((one) => one.in === "path" && names.includes(one.name));
  return Array.from(new Set(way.match(/\{[^{}]+\}/g)), (written): readonly Parameter[] => {
    const name = written.slice(1, -1);
    const plain = name.replace(/^\+/, "");
    return isDeclared(name, plain) ? [] : [{ name: plain, in: "path", required: true, shape: "open" }];
  }).flat();
}

/** The parameters of an operation, or those that a path gives to all of its operations. */
function listed(fields: ReadonlyMap<string, Place>): readonly Place[] {
  const list = fields.get("parameters");
  return list ? itemsOf(list) : [];
}

function parameterOf(place: Place, document: Document): readonly Parameter[] {
  const fields = document.fields(place);
  const [name, location] = [fields.get("name")?.value, fields.get("in")?.value];
  if (typeof name !== "string" || typeof location !== "string") return [];
  // OpenAPI: such a definition "SHALL be ignored", so nobody has to give it.
  const isIgnored = location === "header" && /^(accept|content-type|authorization)$/i.test(name);
  const required = location === "path" || fields.get("required")?.value === true;
  return [{ name, in: location, required: required && !isIgnored, shape: schemaOf(place, document) }];
}

function requestBodyOf(place: Place | undefined, document: Document): RequestBody | undefined {
  if (place === undefined) return undefined;
  const fields = document.fields(place);
  const content = [...document.fields(fields.get("content"))];
  const json = jsonTypes(content.map(([type, media]) => [type, document.fields(media).get("schema")?.value]));
  const shapes = content
    .filter(([type]) => !isJson(type) || json.includes(type))
    .map(([, media]) => schemaOf(media, document));
  return {
    required: fields.get("required")?.value === true,
    shape: shapes.length > 0 ? { any: shapes } : "open",
  };
}

function responsesOf(responses: Place | undefined, document: Document): readonly Response[] {
  const all = [...document.fields(responses)].filter(([code]) => !code.startsWith("x-"));
  const isSilent = all.every(([code]) => !/^[23]/.test(code));
  return all.map(([code, place]): Response => {
    const isSuccess = /^2(\d\d|XX)$/i.test(code) || (isSilent && code === "default");
    return responseOf({ code, isSuccess }, place, document);
  });
}

function responseOf(
  { code, isSuccess }: Pick<Response, "code" | "isSuccess">,
  place: Place,
  document: Document,
): Response {
  const fields = document.fields(place);
  const body = once(() => bodyOf(place, fields, document));
  const headers = once(() => headersOf(fields, document));
  return {
    code,
    isSuccess,
    fields,
    get body() {
      return body();
    },
    get headers() {
      return headers();
    },
  };
}

function bodyOf(place: Place, fields: ReadonlyMap<string, Place>, document: Document): Shape | undefined {
  if (document.follow(place) === undefined) return { lost: place };
  const media = jsonMedia(fields.get("content"), document);
  return media.length > 0
    ? {
        any: media.map((each) => (document.fields(each).has("schema") ? schemaOf(each, document) : anything)),
      }
    : undefined;
}

/** A schema that says nothing. */
const anything: Shape = { keywords: {}, inner: () => "open" };

function headersOf(fields: ReadonlyMap<string, Place>, document: Document): Response["headers"] {
  const headers = [...document.fields(fields.get("headers"))];
  return headers.length > 0
    ? new Map(headers.map(([name, header]) => [name, schemaOf(header, document)]))
    : undefined;
}

/** The schema of a media type, a parameter or a header. */
function schemaOf(place: Place, document: Document): Shape {
  const schema = document.fields(place).get("schema");
  return schema ? shapeOf(schema, document) : "open";
}
