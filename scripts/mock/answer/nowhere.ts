import { nearest } from "../../vocabulary/nearest.ts";
import type { Operation, Route } from "../document/operations.ts";
import { refusal } from "./refusal.ts";

/** What is said to a request that is for no operation; `routes` are those of its path with other methods. */
export function nowhere(asked: string, routes: readonly Route[], operations: readonly Operation[]): Response {
  const names = operations.map(({ method, template }) => `${method} ${template}`);
  const [method] = asked.split(" ");
  if (routes.length > 0) {
    const there = routes.map(({ operation }) => `${operation.method} ${operation.template}`).join(", ");
    return refusal(405, `There is no ${method} of this, but ${there}.`);
  }
  const near = nearest(asked, names);
  const some = near === undefined ? names.slice(0, 10) : [near];
  const rest = names.length - some.length;
  const more = rest > 0 ? `, and ${rest} more` : "";
  return refusal(404, `There is no ${asked} here. There are: ${some.join(", ")}${more}.`);
}
