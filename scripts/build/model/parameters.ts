import { asciiJson } from "../../../src/runtime/call/json-parameters.ts";
import type { Scalar } from "../../vocabulary/extensions.ts";
import type { Credential } from "./credentials.ts";
import { isSent } from "./credentials.ts";
import type { OperationModel, ParameterGroup, ParameterPlace } from "./model.ts";
import type { MaybeRef, Operation, Parameter, PathItem, SchemaObject } from "./openapi.ts";
import { holdsObjects, isWrittenAsJson, queryStyle } from "./parameter-style.ts";
import type { Reader } from "./reader.ts";

const places: readonly ParameterPlace[] = ["path", "query", "header"];

type Parameters = Pick<OperationModel, "parameters" | "sent" | "constants" | "styles" | "json">;

/** The parameters of an operation, its path's included, by the place they stand in. */
export function readParameters(
  item: PathItem,
  operation: Operation,
  { itemPointer, pointer, bodyNames, credentials }: Surroundings,
  reader: Reader,
): Parameters {
  const own = located(operation.parameters, pointer, reader);
  const shared = located(item.parameters, itemPointer, reader).filter(
    ({ parameter }) => !own.some((other) => isSame(other.parameter, parameter)),
  );
  const all = [...shared, ...own];
  const isOfClient = ({ parameter }: Located): boolean => isSent(credentials, parameter);
  const usable = all.filter((each) => !isOfClient(each)).filter((each) => isUsable(each, reader));
  const constants = usable.flatMap(({ parameter }) => {
    const value = onlyValue(parameter, operation.requestBody !== undefined, reader);
    if (value === undefined) return [];
    const isJson = parameter.in === "header" && isWrittenAsJson(parameter);
    return [{ place: parameter.in, name: parameter.name, value: isJson ? asciiJson(value) : value }];
  });
  const isGiven = ({ parameter: { name, in: place } }: Usable): boolean =>
    !constants.some((constant) => constant.name === name && constant.place === place) &&
    !isIgnored(name, place);
  const given = named(usable.filter(isGiven), bodyNames, reader);
  const groups = places.flatMap((place): readonly ParameterGroup[] => {
    const here = given.filter(({ parameter }) => parameter.in === place);
    if (here.length === 0) return [];
    const declared = all.map(({ parameter }) => parameter).filter((parameter) => parameter.in === place);
    const isRequired = ({ required }: Parameter): boolean => place === "path" || required === true;
    return [
      {
        place,
        names: here.map(({ name }) => name),
        realNames: Object.fromEntries(
          here
            .filter(({ name, parameter }) => name !== parameter.name)
            .map(({ name, parameter }) => [name, parameter.name]),
        ),
        required: here.filter(({ parameter }) => isRequired(parameter)).map(({ name }) => name),
        omitted: declared
          .map(({ name }) => name)
          .filter((name) => !here.some((each) => each.parameter.name === name)),
        optional: !declared.some(isRequired),
      },
    ];
  });
  const styles = usable.flatMap(({ parameter }) => {
    const style = parameter.in === "query" ? queryStyle(parameter, reader) : undefined;
    return style === undefined ? [] : [[parameter.name, style] as const];
  });
  const json = given.flatMap(({ name, parameter }) =>
    parameter.in !== "query" && isWrittenAsJson(parameter) ? [name] : [],
  );
  const sent = all.filter(isOfClient).map(({ parameter: { in: place, name } }) => ({ in: place, name }));
  return { parameters: groups, sent, constants, styles: Object.fromEntries(styles), json };
}

interface Surroundings {
  readonly itemPointer: readonly string[];
  readonly pointer: readonly string[];
  /** Names by which the body is given. */
  readonly bodyNames: readonly string[];
  readonly credentials: readonly Credential[];
}

interface Located {
  readonly parameter: Parameter;
  readonly pointer: readonly string[];
}

interface Usable extends Located {
  readonly parameter: Parameter & { readonly in: ParameterPlace };
}

function located(
  list: readonly MaybeRef<Parameter>[] | undefined,
  pointer: readonly string[],
  reader: Reader,
): readonly Located[] {
  const all = (list ?? []).flatMap((each, index) => {
    const parameter = reader.resolve(each);
    return parameter ? [{ parameter, pointer: [...pointer, "parameters", String(index)] }] : [];
  });
  // of two that are the same, the types take the last
  return all.filter(
    ({ parameter }, index) => !all.slice(index + 1).some((other) => isSame(other.parameter, parameter)),
  );
}

function isSame(one: Parameter, other: Parameter): boolean {
  return one.name === other.name && one.in === other.in;
}

function isUsable(each: Located, reader: Reader): each is Usable {
  const { name, in: place } = each.parameter;
  if (name === "__proto__") {
    reader.warn(
      each.pointer,
      "parameter-named-proto",
      "The parameter __proto__ is left out: nothing can be given by that name.",
    );
    return false;
  }
  if (place === "header" && !isHeaderName(name)) {
    const message = `The header ${JSON.stringify(name)} is left out: no request can have one of that name.`;
    reader.warn(each.pointer, "no-header-name", message);
    return false;
  }
  const { schema = true, required } = each.parameter;
  if (place === "header" && !isWrittenAsJson(each.parameter) && holdsObjects(schema, reader)) {
    const which = required ? `${name}, which is required,` : name;
    const message = `The header ${which} is left out: it is an object, and only values, lists of them and JSON are written into headers. Declare it as JSON (\`content: application/json\`) or as a text, in an overlay if need be; or send it with \`headers\` of the client's options.`;
    reader.warn(each.pointer, "object-in-header", message);
    return false;
  }
  if (places.some((known) => known === place)) return true;
  const advice = place === "cookie" ? " Send it with `headers: { cookie: … }` of the client's options." : "";
  reader.warn(
    each.pointer,
    "unsupported-parameter-place",
    `The parameter ${name} in ${place} is left out: the places are path, query and header.${advice}`,
  );
  return false;
}

/** A token of RFC 9110; `fetch` throws at everything else. */
function isHeaderName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/**
 * Parameters stand side by side by name, and the body beside them. Of two that have one name, the first place keeps it
 * and the other adds its own: `id` in the path, `id_query`.
 */
function named(
  all: readonly Usable[],
  beside: readonly string[],
  reader: Reader,
): readonly (Usable & { readonly name: string })[] {
  const taken = new Set(beside);
  const real = new Set(all.map(({ parameter }) => parameter.name));
  const sorted = all.toSorted((a, b) => places.indexOf(a.parameter.in) - places.indexOf(b.parameter.in));
  return sorted.map((each) => {
    const { name: written, in: place } = each.parameter;
    let name = written;
    while (taken.has(name) || (name !== written && real.has(name))) name = `${name}_${place}`;
    taken.add(name);
    if (name !== written) {
      const isBody = beside.includes(written);
      reader.warn(
        each.pointer,
        isBody ? "parameter-named-body" : "parameter-in-two-places",
        `The parameter ${written} in ${place} is given as ${name}, because ${isBody ? "the body is given by that name" : "there is another of this name"}.`,
      );
    }
    return { ...each, name };
  });
}

/** OpenAPI says of these headers that a declaration has no effect: the body, the answer and security decide them. */
function isIgnored(name: string, place: string): boolean {
  return place === "header" && ["accept", "content-type", "authorization"].includes(name.toLowerCase());
}

/**
 * The value of a required query or header parameter that can only have one. `Content-Type` is such a parameter where
 * there is no body to have a type: some services insist on it even then.
 */
function onlyValue(
  { name, in: place, required, schema }: Parameter,
  hasBody: boolean,
  reader: Reader,
): Scalar | undefined {
  const isIdle = isIgnored(name, place) && (hasBody || name.toLowerCase() !== "content-type");
  if (!required || place === "path" || isIdle || typeof schema !== "object") return undefined;
  const found = reader.resolve<SchemaObject>(schema);
  const values = found?.const === undefined ? (found?.enum ?? []) : [found.const];
  const [value] = values;
  return values.length === 1 && isScalar(value) && !found?.nullable ? value : undefined;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
