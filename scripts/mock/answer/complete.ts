import { isJson } from "../../vocabulary/media-type.ts";
import { valueAt } from "../../vocabulary/pointer.ts";
import type { Keywords, Way } from "../document/schema.ts";
import { isSomething } from "../sample/making.ts";
import type { Answered } from "./answers.ts";
import { requiredIn } from "./pins.ts";
import { withValue } from "./set.ts";

/**
 * A success with all that it `requires`, which its schema need not know of: without, it would be none, and the job never end.
 * `undefined` where it cannot be there; `way` leads to the operation.
 */
export function complete(
  answered: Answered,
  polling: Keywords,
  where: { readonly way: Way; readonly document: unknown },
): Answered | undefined {
  let made = answered;
  for (const at of requiredIn(polling)) {
    if (isSomething(valueAt(made.body, at))) continue;
    const body = holdsJson(made);
    const [found] = likely.flatMap((value) => (body && withValue(body, at, value, where)) ?? []);
    if (found === undefined) return undefined;
    made = found;
  }
  return made;
}

const likely: readonly unknown[] = ["text", 7, true, ["text"], { any: "thing" }];

/** Where the document says nothing of a body, there may be one. */
function holdsJson(answered: Answered): Answered | undefined {
  const { status, mediaType = "application/json" } = answered;
  const isBare = [204, 205, 304].includes(status);
  return isBare || !isJson(mediaType) ? undefined : { ...answered, mediaType };
}
