import type { Scalar } from "../../vocabulary/extensions.ts";
import { domainOf } from "../domain.ts";
import { memberNames, resolvePointer } from "../members.ts";
import type { Operation } from "../operations.ts";
import type { Shape } from "../shape.ts";

/** What the successful answers of an operation hold together; `undefined` when none is JSON. */
export function successBody({ responses }: Operation): Shape | undefined {
  const bodies = responses
    .filter(({ isSuccess }) => isSuccess)
    .flatMap(({ body }) => (body === undefined ? [] : [body]));
  return bodies.length > 0 ? { any: bodies } : undefined;
}

/** The description names this member. */
export function names(body: Shape | undefined, pointer: readonly string[]): boolean {
  return pointer.every((token, index) => {
    const holder = body && resolvePointer(body, pointer.slice(0, index));
    return holder !== undefined && "shape" in holder && memberNames(holder.shape).includes(token);
  });
}

/** The values of an enum. */
export function enumAt(body: Shape | undefined, pointer: readonly string[]): readonly Scalar[] {
  const found = body && resolvePointer(body, pointer);
  if (found === undefined || !("shape" in found)) return [];
  return domainOf(found.shape).named.filter((value): value is Scalar => value !== null && value !== "");
}
