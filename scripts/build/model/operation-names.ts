import type { Polling } from "../../vocabulary/extensions.ts";
import { camelCase } from "../../vocabulary/identifier.ts";
import { capitalized, exportName, pascalCase } from "./names.ts";
import type { OperationPlace } from "./operation-places.ts";
import type { Reader } from "./reader.ts";

/** What an operation is called: by errors, by the types, and by who imports it. */
interface OperationName {
  readonly id: string;
  readonly typesId: string;
  readonly name: string;
}

export type NamedOperation = OperationPlace & OperationName;

/**
 * Names all operations of an API: by their operationIds, and by method and path where there is none to use. What a name
 * depends on is the operation alone, unless two would have the same; then a later one gets a number.
 */
export function nameOperations(
  all: readonly OperationPlace[],
  api: string,
  reader: Reader,
): readonly NamedOperation[] {
  const own = all.flatMap((place) => wantedName(place) ?? []);
  const names = new Names([`create${pascalCase(api)}Client`], own);
  const ids = new Set<string>();
  const found = new Map<OperationPlace, NamedOperation>();
  const withId = all.filter(hasId);
  // who has an id comes first, so that nobody loses a name to a guess
  for (const place of [...withId, ...all.filter((each) => !hasId(each))]) {
    if (found.size === withId.length) names.reserve(jobNames(all, reader));
    const { operationId } = place.operation;
    const wanted = wantedName(place);
    const name = names.take(wanted ?? derivedName(place));
    const id = wanted === undefined ? name : String(operationId);
    warn(place, { operationId, wanted, name }, reader);
    // openapi-typescript writes a number sign as a slash, and takes a percent sign for an escape
    const isFit = !ids.has(id) && !/[#%]/.test(id);
    const typesId = isFit ? id : free(name, ids);
    ids.add(typesId);
    found.set(place, { ...place, id, typesId, name });
  }
  return all.flatMap((place) => found.get(place) ?? []);
}

function hasId({ operation: { operationId } }: OperationPlace): boolean {
  return typeof operationId === "string" && operationId.trim() !== "";
}

/** What is made of the id alone. */
function wantedName(place: OperationPlace): string | undefined {
  return hasId(place) ? exportName(String(place.operation.operationId)) : undefined;
}

/** `GET /users/{id}/files` is `getUsersByIdFiles`. */
function derivedName({ method, path }: OperationPlace): string {
  const words = path.replace(/\{([^{}]*)\}/g, " by $1 ");
  const name = camelCase(`${method.toLowerCase()} ${words}`) || "call";
  return exportName(name === method.toLowerCase() ? `${name}Root` : name) ?? "call";
}

function jobNames(all: readonly OperationPlace[], reader: Reader): readonly string[] {
  return all.flatMap(({ operation }) => {
    // the rules of the plugin have seen that it has this shape
    const polling = reader.resolve(operation["x-polling"] as Polling | undefined);
    return typeof polling?.job === "string" ? [polling.job] : [];
  });
}

function warn(
  { method, path, operation, pointer }: OperationPlace,
  { operationId, wanted, name }: { operationId: unknown; wanted: string | undefined; name: string },
  reader: Reader,
): void {
  const instead = `it is exported as ${name}`;
  if (wanted === name) return;
  if (wanted === undefined && operation.operationId === undefined) {
    reader.warn(pointer, "bad-operation-id", `${method} ${path} has no operationId; ${instead}.`);
  } else if (wanted === undefined) {
    const given = JSON.stringify(operationId);
    reader.warn(
      [...pointer, "operationId"],
      "bad-operation-id",
      `${given} has no letter to make a name of; ${instead}.`,
    );
  } else {
    reader.warn(
      [...pointer, "operationId"],
      "name-taken",
      `There is something else of the name ${wanted}, or of one that differs in one capital; ${instead}.`,
    );
  }
}

/** Types are named after operations with a capital, so `getJob` and `GetJob` are too near. */
class Names {
  readonly #taken = new Set<string>();
  readonly #wanted: ReadonlySet<string>;

  /** A name with a number is none of those that somebody has by right. */
  constructor(taken: readonly string[], wanted: readonly string[]) {
    this.reserve(taken);
    this.#wanted = new Set(wanted.map(capitalized));
  }

  reserve(names: readonly string[]): void {
    for (const name of names) this.#taken.add(capitalized(name));
  }

  take(wanted: string): string {
    let name = wanted;
    const isTaken = (): boolean =>
      this.#taken.has(capitalized(name)) || (name !== wanted && this.#wanted.has(capitalized(name)));
    for (let next = 2; isTaken(); next++) name = `${wanted}${next}`;
    this.#taken.add(capitalized(name));
    return name;
  }
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? free(`${wanted}_`, taken) : wanted;
}
