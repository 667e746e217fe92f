import type { Expression } from "../../vocabulary/expression.ts";
import { isForm, isJson } from "../../vocabulary/media-type.ts";
import { valueAt } from "../../vocabulary/pointer.ts";
import type { Route } from "../document/operations.ts";
import { headerOf } from "./headers.ts";

/** A request for an operation, read. */
export interface Asked extends Route {
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The media type that is wanted, if any. */
  readonly accept: string | undefined;
  /** Where the API is: what its paths are appended to. */
  readonly address: string;
  /** As it came. */
  readonly text: string;
  /** What its text says, where it is JSON or a form; `undefined` where it says nothing. */
  readonly body: unknown;
}

/** As each of the operations would read it. `prefix` is what stands before all paths of the API. */
export async function read(
  routes: readonly Route[],
  request: Request,
  prefix: string,
): Promise<readonly Asked[]> {
  const { origin, searchParams: query } = new URL(request.url);
  const { headers } = request;
  const type = headers.get("content-type") ?? "";
  const text = request.body === null ? "" : await request.text();
  const form = isForm(type) ? Object.fromEntries(new URLSearchParams(text)) : undefined;
  const body = isJson(type) ? parsed(text) : form;
  const accept = headers.get("accept") ?? undefined;
  return routes.map((route) => {
    const address = origin + prefix + route.base;
    return { ...route, query, headers, accept, address, text, body };
  });
}

/** What a text says, if it is JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a parameter of the request is. */
export function parameterOf({ parameters, query, headers }: Asked, name: string): string | undefined {
  return parameters.get(name) ?? query.get(name) ?? headerOf(headers, name) ?? undefined;
}

/** What an expression reads off the request; `undefined` also for one that reads the answer. */
export function readFrom(asked: Asked, expression: Expression | undefined): unknown {
  if (expression?.kind === "request.path") return asked.parameters.get(expression.name);
  if (expression?.kind === "request.query") return asked.query.get(expression.name) ?? undefined;
  if (expression?.kind === "request.header") return headerOf(asked.headers, expression.name) ?? undefined;
  return expression?.kind === "request.body" ? valueAt(asked.body, expression.pointer) : undefined;
}
