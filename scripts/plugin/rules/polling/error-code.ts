import { parseExpression } from "../../../vocabulary/expression.ts";
import { isForeign } from "../../../vocabulary/foreign.ts";
import { plainText } from "../../../vocabulary/plain-text.ts";
import type { Document } from "../../document.ts";
import { resolvePointer } from "../../members.ts";
import type { Response } from "../../operations.ts";
import type { Shape } from "../../shape.ts";

/** What is known of an operation's `$errorCode`; `undefined` where `x-errors` does not say where a code stands. */
export function errorCodeOf(responses: readonly Response[], document: Document): Shape | undefined {
  const place = document.fields(document.root).get("x-errors");
  if (place === undefined || isForeign("x-errors", document.follow(place)?.value)) return undefined;
  const block = document.fields(place);
  const code = block.get("code")?.value;
  if (code === undefined) return undefined;
  const refused = responses.filter((response) => block.has("ok") || !response.isSuccess);
  const shapes = [code].flat().flatMap((each): readonly Shape[] => {
    const expression = parseExpression(plainText(each));
    if (expression?.kind !== "response.body") return ["open"];
    return refused.flatMap(({ body }) => {
      const found = body && resolvePointer(body, expression.pointer);
      return found && "shape" in found ? [found.shape] : [];
    });
  });
  return shapes.length > 0 ? { any: shapes } : "open";
}
