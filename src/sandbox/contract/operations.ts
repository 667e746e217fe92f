import { locate, members } from "./pointer.ts";

/** An operation of a specification, as far as a request has to be told from others. */
export interface Operation {
  readonly id: string;
  /** Upper case, as in a request. */
  readonly method: string;
  /** As the specification writes it: `/jobs/{jobId}`. */
  readonly path: string;
  /** The query parameters it declares. */
  readonly query: readonly string[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** All operations of a document, those with fewer parameters in their path first. */
export function listOperations(document: unknown): Operation[] {
  const found: Operation[] = [];
  for (const [path, item] of members(locate(document, ["paths"])?.value)) {
    for (const [method, value] of members(item)) {
      if (!methods.includes(method)) continue;
      const id = String(locate(value, ["operationId"])?.value ?? `${method} ${path}`);
      const query = queryNames(document, [
        ["paths", path],
        ["paths", path, method],
      ]);
      found.push({ id, method: method.toUpperCase(), path, query });
    }
  }
  return found.sort((a, b) => parameterCount(a.path) - parameterCount(b.path));
}

/** The operation that a request is for. `pathname` includes the path of the document's server (`/v1`). */
export function findOperation(
  document: unknown,
  operations: readonly Operation[],
  method: string,
  pathname: string,
): Operation | undefined {
  const base = serverPath(document);
  if (!pathname.startsWith(`${base}/`)) return undefined;
  const path = pathname.slice(base.length);
  return operations.find((operation) => operation.method === method && matches(operation.path, path));
}

/** The path part of the first server's URL, without a slash at the end. */
export function serverPath(document: unknown): string {
  const url = String(locate(document, ["servers", "0", "url"])?.value ?? "");
  return url.replace(/^https?:\/\/[^/]+/, "").replace(/\/$/, "");
}

function queryNames(document: unknown, owners: ReadonlyArray<readonly string[]>): string[] {
  return owners.flatMap((owner) =>
    members(locate(document, [...owner, "parameters"])?.value).flatMap(([index]) => {
      const parameter = [...owner, "parameters", index];
      const inQuery = locate(document, [...parameter, "in"])?.value === "query";
      return inQuery ? [String(locate(document, [...parameter, "name"])?.value)] : [];
    }),
  );
}

function parameterCount(path: string): number {
  return path.split("{").length;
}

function matches(template: string, path: string): boolean {
  const wanted = template.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith("{") ? given[index] !== "" : part === given[index]))
  );
}
