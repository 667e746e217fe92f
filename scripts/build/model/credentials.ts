import { isCredential } from "../../vocabulary/credential.ts";
import type { TokenModel } from "./model.ts";
import type { Link, Operation, Parameter, SchemaObject, SecurityScheme } from "./openapi.ts";
import type { OperationPlace } from "./operation-places.ts";
import type { Reader } from "./reader.ts";

/** What operations declare as a parameter and a client sends with every request: no call asks for it, and no ref holds it. */
export interface Credential {
  readonly in: "header" | "query";
  readonly name: string;
  /** Where it stands first. */
  readonly pointer: readonly string[];
  /** How many operations have it. */
  readonly count: number;
  /** A security scheme, or OpenAPI itself, says what it is. */
  readonly isDeclared: boolean;
  readonly description?: string;
}

/**
 * What is declared as a security scheme as well; and what is a credential by its name, if most operations take it or one that
 * tells of a job: a key that a single call is about, such as the token that it checks, stays a parameter of that. So does
 * what the start of a job gives to ask for it with.
 */
export function readCredentials(
  operations: readonly OperationPlace[],
  reader: Reader,
): readonly Credential[] {
  const schemes = Object.values(reader.document.components?.securitySchemes ?? {}).flatMap(
    (scheme) => reader.resolve<SecurityScheme>(scheme) ?? [],
  );
  const given = givenByAnswers(operations, reader);
  const found = new Map<string, Credential & { readonly isAsked: boolean }>();
  for (const place of operations) {
    for (const [key, { parameter, pointer }] of candidatesOf(place, reader)) {
      const known = found.get(key);
      const isDeclared =
        key === "header authorization" ||
        schemes.some((scheme) => scheme.type === "apiKey" && keyOf(scheme) === key);
      if (!isDeclared && (given.has(key) || !isSecret(parameter, reader))) continue;
      found.set(key, {
        ...(typeof parameter.description === "string" && { description: parameter.description }),
        in: parameter.in,
        name: parameter.name,
        pointer,
        isDeclared,
        ...known,
        count: (known?.count ?? 0) + 1,
        isAsked: known?.isAsked === true || place.operation["x-polling"] !== undefined,
      });
    }
  }
  return [...found.values()]
    .filter(({ isDeclared, isAsked, count }) => isDeclared || isAsked || count * 2 >= operations.length)
    .map(({ isAsked: _, ...credential }) => credential);
}

/** Whether a client sends it; names of headers have no case. */
export function isSent(credentials: readonly Credential[], parameter: Place): boolean {
  return credentials.some((each) => keyOf(each) === keyOf(parameter));
}

/** Says what is taken for a credential by its name alone, and how it is given. */
export function sayUndeclared(
  credentials: readonly Credential[],
  token: TokenModel | undefined,
  reader: Reader,
): void {
  for (const credential of credentials) {
    const { in: place, name, pointer, count, isDeclared } = credential;
    if (isDeclared) continue;
    const take = count === 1 ? "An operation takes" : `${count} operations take`;
    const what = `${place === "query" ? "query parameter" : "header"} ${name}`;
    reader.warn(
      pointer,
      "undeclared-token",
      `${take} the ${what}, which is a credential by its name, and no security scheme says so. It is no parameter of calls, and no ref holds it: ${howToGive(credential, token)}`,
    );
  }
}

interface Place {
  readonly in?: string;
  readonly name?: string;
}

interface Candidate {
  readonly parameter: Parameter & { readonly in: "header" | "query" };
  readonly pointer: readonly string[];
}

function howToGive({ in: place, name }: Credential, token: TokenModel | undefined): string {
  const scheme = `{ type: apiKey, in: ${place}, name: ${JSON.stringify(name)} }`;
  if (token?.in === place && token.name === name)
    return `\`auth\` of the client gives it. Say so, in an overlay if need be: \`- { target: $, update: { security: [{ key: [] }], components: { securitySchemes: { key: ${scheme} } } } }\`.`;
  const how =
    place === "query"
      ? "a `fetch` of your own among the client's options adds it"
      : `\`headers: { ${JSON.stringify(name)}: … }\` of the client's options give it`;
  return `${how}. Say so, in an overlay if need be: \`- { target: $, update: { components: { securitySchemes: { key: ${scheme} } } } }\`.`;
}

/** Those of an operation and of its path, each once. */
function candidatesOf({ item, operation, pointer }: OperationPlace, reader: Reader): Map<string, Candidate> {
  const all = [
    [item, pointer.slice(0, 2)],
    [operation, pointer],
  ] as const satisfies readonly (readonly [Pick<Operation, "parameters">, readonly string[]])[];
  const found = new Map<string, Candidate>();
  for (const [{ parameters = [] }, owner] of all) {
    for (const [index, each] of parameters.entries()) {
      const parameter = reader.resolve(each);
      if (parameter && isCandidate(parameter))
        found.set(keyOf(parameter), { parameter, pointer: [...owner, "parameters", String(index)] });
    }
  }
  return found;
}

function isCandidate(parameter: Parameter): parameter is Candidate["parameter"] {
  return parameter.in === "header" || parameter.in === "query";
}

/** A key is any text: of a list of values, none is a secret. */
function isSecret({ name, in: place, schema = true }: Parameter, reader: Reader): boolean {
  if (!isCredential(name, place)) return false;
  const { type = "string", enum: values, const: value } = reader.resolve<SchemaObject>(Object(schema)) ?? {};
  return [type].flat().includes("string") && values === undefined && value === undefined;
}

/** What answers give to ask for a job with, which belongs to that job alone. */
function givenByAnswers(operations: readonly OperationPlace[], reader: Reader): ReadonlySet<string> {
  const polled = operations.flatMap(({ operation }) =>
    operation["x-polling"] === undefined ? [] : [operation.operationId],
  );
  if (polled.length === 0) return new Set();
  const links = operations.flatMap(({ operation }) =>
    Object.values(operation.responses ?? {}).flatMap((response) =>
      Object.values(reader.resolve(response)?.links ?? {}).flatMap(
        (link) => reader.resolve<Link>(link) ?? [],
      ),
    ),
  );
  const names = links
    .filter(({ operationId }) => polled.includes(operationId))
    .flatMap(({ parameters = {} }) => Object.entries(parameters))
    .filter(([, value]) => typeof value === "string" && value.includes("$response."));
  return new Set(
    names.flatMap(([name]) => {
      const plain = name.replace(/^(header|query)\./, "");
      return [keyOf({ in: "header", name: plain }), keyOf({ in: "query", name: plain })];
    }),
  );
}

function keyOf({ in: place = "", name = "" }: Place): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}
