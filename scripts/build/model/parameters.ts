import type { Scalar } from "../../vocabulary/extensions.ts";
import type { OperationModel, ParameterGroup, ParameterPlace } from "./model.ts";
import type { MaybeRef, Operation, Parameter, PathItem, SchemaObject } from "./openapi.ts";
import type { Reader } from "./reader.ts";

const places: readonly ParameterPlace[] = ["path", "query", "header"];

type Parameters = Pick<OperationModel, "parameters" | "constants">;

/** The parameters of an operation, its path's included, by the place they stand in. */
export function readParameters(
  item: PathItem,
  operation: Operation,
  { itemPointer, pointer }: { readonly itemPointer: readonly string[]; readonly pointer: readonly string[] },
  reader: Reader,
): Parameters {
  const own = located(operation.parameters, pointer, reader);
  const shared = located(item.parameters, itemPointer, reader).filter(
    ({ parameter }) => !own.some((other) => isSame(other.parameter, parameter)),
  );
  const all = [...shared, ...own];
  for (const each of all) check(each, all, reader);
  const constants = all.flatMap(({ parameter }) => {
    const { name, in: at } = parameter;
    const value = onlyValue(parameter, operation.requestBody !== undefined, reader);
    const place = places.find((each) => each === at);
    return value === undefined || place === undefined ? [] : [{ place, name, value }];
  });
  const isOmitted = ({ name, in: place }: Parameter): boolean =>
    constants.some((constant) => constant.name === name) || isIgnored(name, place);
  const parameters = places.flatMap((place): readonly ParameterGroup[] => {
    const here = all.map(({ parameter }) => parameter).filter((parameter) => parameter.in === place);
    const given = here.filter((parameter) => !isOmitted(parameter));
    if (given.length === 0) return [];
    return [
      {
        place,
        names: given.map(({ name }) => name),
        required: given.filter(({ required }) => required).map(({ name }) => name),
        omitted: here.filter(isOmitted).map(({ name }) => name),
        optional: place !== "path" && here.every(({ required }) => !required),
      },
    ];
  });
  return { parameters, constants };
}

interface Located {
  readonly parameter: Parameter;
  readonly pointer: readonly string[];
}

function located(
  list: readonly MaybeRef<Parameter>[] | undefined,
  pointer: readonly string[],
  reader: Reader,
): readonly Located[] {
  return (list ?? []).flatMap((each, index) => {
    const parameter = reader.resolve(each);
    return parameter ? [{ parameter, pointer: [...pointer, "parameters", String(index)] }] : [];
  });
}

function isSame(one: Parameter, other: Parameter): boolean {
  return one.name === other.name && one.in === other.in;
}

/** Parameters stand side by side by name, and the body beside them. */
function check({ parameter, pointer }: Located, all: readonly Located[], reader: Reader): void {
  const { name, in: place } = parameter;
  if (!places.some((each) => each === place)) {
    reader.fault(
      pointer,
      "unsupported-parameter-place",
      `A parameter in ${place} is not supported; the places are path, query and header.`,
    );
  }
  if (name === "body") {
    reader.fault(
      pointer,
      "parameter-named-body",
      "A parameter named body cannot be told from the request body, which is given by that name.",
    );
  }
  if (name === "__proto__")
    reader.fault(pointer, "parameter-named-proto", "A parameter cannot be named __proto__.");
  const twin = all.find((other) => other.parameter.name === name && other.parameter.in !== place);
  if (twin && all.findIndex((each) => each.parameter === parameter) > all.indexOf(twin)) {
    reader.fault(
      pointer,
      "parameter-in-two-places",
      `There is a parameter ${name} in ${twin.parameter.in} too, and they are given by name alone.`,
    );
  }
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
