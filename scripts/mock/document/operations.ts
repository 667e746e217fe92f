import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import type { Way } from "./schema.ts";
import { keywords } from "./schema.ts";

/** An operation of a document. */
export interface Operation {
  /** In capitals. */
  readonly method: string;
  /** Where the document has it. */
  readonly way: Way;
  /** Its path there, without a query: `/jobs/{id}`. */
  readonly template: string;
}

/** A request that was found to be for an operation. */
export interface Route {
  readonly operation: Operation;
  /** What stands before its path. */
  readonly base: string;
  /** Of its path, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "query"];

/** All operations of a document, those with fewer parameters in their path first. */
export function operationsIn(document: unknown): readonly Operation[] {
  const found = members(locate(document, ["paths"])?.value).flatMap(([path]) => {
    const item = ["paths", path];
    const ways = [
      ...methods.map((method) => ({ method, way: [...item, method] })),
      ...members(locate(document, [...item, "additionalOperations"])?.value).map(([method]) => ({
        method,
        way: [...item, "additionalOperations", method],
      })),
    ];
    return ways
      .filter(({ way }) => locate(document, way) !== undefined)
      .map(({ method, way }) => ({ method: method.toUpperCase(), way, template: withoutQuery(path) }));
  });
  const parameters = ({ template }: Operation): number => template.split("{").length;
  const steps = ({ template }: Operation): number => template.split("{+").length;
  return found.sort(
    (one, other) =>
      parameters(one) - parameters(other) ||
      steps(one) - steps(other) ||
      // `/documents?upload` before `/documents`
      fixedIn(other).length - fixedIn(one).length ||
      // `/v1/{+parent}/operations` before `/v1/{+name}`
      (steps(one) > 1 ? other.template.length - one.template.length : 0),
  );
}

/** What stands in the query of a path. */
function fixedIn({ way }: Operation): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(/\?([^#]*)/.exec(way[1] ?? "")?.[1] ?? "")];
}

export function withoutQuery(path: string): string {
  return path.replace(/[?#].*/s, "");
}

/** What of a request tells which operation it is for. */
interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly headers: Headers;
}

/** The operations that a request may be for, whatever their methods are. */
export function routesTo(
  operations: readonly Operation[],
  document: unknown,
  { pathname, search, headers }: Address,
): readonly Route[] {
  const query = new URLSearchParams(search);
  return operations.flatMap((operation) => {
    if (!isMeant(operation, headers)) return [];
    if (
      !fixedIn(operation).every(([name, value]) => value.includes("{") || query.getAll(name).includes(value))
    )
      return [];
    for (const base of basesOf(operation, document)) {
      if (!pathname.startsWith(`${base}/`)) continue;
      const parameters = matched(operation.template, pathname.slice(base.length));
      if (parameters) return [{ operation, base, parameters }];
    }
    return [];
  });
}

/** `/#X-Amz-Target=Shop.Start` shares its URL with others, and a header tells which is meant. */
function isMeant({ way }: Operation, headers: Headers): boolean {
  const [, name = "", value = ""] = /#([\w-]+)=(.+)$/.exec(way[1] ?? "") ?? [];
  const sent = name === "" ? null : headers.get(name);
  return sent === null || sent === value;
}

/** The paths of the addresses that it is at, and none, where a caller gives the address. */
function basesOf({ way }: Operation, document: unknown): readonly string[] {
  const owners = [way, way.slice(0, 2), []];
  const servers = owners.flatMap((owner) => members(locate(document, [...owner, "servers"])?.value));
  return [...new Set([...servers.map(([, server]) => pathOf(server)), ""])];
}

function pathOf(server: unknown): string {
  const { url, variables } = keywords(server);
  const filled = String(url).replace(/\{([^{}]*)\}/g, (_, name: string) =>
    String(locate(variables, [name, "default"])?.value ?? ""),
  );
  return asInUrl(filled.replace(/^\w+:\/\/[^/]*/, "")).replace(/\/$/, "");
}

/** With all that a URL holds only encoded, the braces of parameters among it. */
function asInUrl(path: string): string {
  return new URL(`http://mock.test/${path.replace(/^\//, "")}`).pathname;
}

function matched(template: string, pathname: string): ReadonlyMap<string, string> | undefined {
  const names: string[] = [];
  const parts = /%7B(.*?)%7D|[.*+?^$()|[\]\\]/g;
  const pattern = asInUrl(template).replace(parts, (char, name: string | undefined) => {
    if (name === undefined) return `\\${char}`;
    const isSeveral = name.startsWith("+");
    names.push(decoded(name).slice(isSeveral ? 1 : 0));
    return isSeveral ? "(.+?)" : "([^/]+?)";
  });
  const found = new RegExp(`^${pattern}$`, "s").exec(pathname);
  return found === null
    ? undefined
    : new Map(names.map((name, index) => [name, decoded(found[index + 1] ?? "")]));
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
