import type { Scalar } from "../vocabulary/extensions.ts";
import { nearest } from "../vocabulary/nearest.ts";
import { plainText } from "../vocabulary/plain-text.ts";
import type { Place } from "./document.ts";
import { itemsOf } from "./document.ts";
import type { JsonType } from "./domain.ts";
import { domainOf, typesOf } from "./domain.ts";
import type { Readable, Scope } from "./expressions.ts";
import { checkExpression } from "./expressions.ts";
import { memberNames } from "./members.ts";
import type { Report } from "./report.ts";
import { describe, quoted, theyAre, typesInWords } from "./words.ts";

export interface ExpressionNeeds {
  readonly scope: Scope;
  /** What the value is to a reader and which JSON types it may have: `["A status", ["string", "number"]]`. */
  readonly types?: readonly [what: string, types: readonly JsonType[]];
  /** Is told of a member that the description does not declare. Default: that is let pass. */
  readonly warn?: Report;
}

/** Checks one expression or a list of them; `undefined` if any is wrong, and then it has been reported. */
export function checkExpressions(
  place: Place,
  needs: ExpressionNeeds,
  report: Report,
): readonly Readable[] | undefined {
  const isList = Array.isArray(place.value);
  if (isList && itemsOf(place).length === 0) {
    report(
      place,
      "empty-list",
      "This list of expressions is empty; write at least one, or leave the key out.",
    );
    return undefined;
  }
  const written = isList ? itemsOf(place) : [place];
  const readable = written.flatMap((one) => checkOne(one, needs, report) ?? []);
  return readable.length === written.length ? readable : undefined;
}

export function checkOne(
  place: Place,
  { scope, types, warn }: ExpressionNeeds,
  report: Report,
): Readable | undefined {
  const checked = checkExpression(place.value, scope);
  if ("fault" in checked) {
    const { code, message, suggest } = checked.fault;
    report(place, code, message, { suggest });
    return undefined;
  }
  const possible = typesOf(domainOf(checked.shape)).filter((type) => type !== "null");
  if (types && possible.length > 0 && !possible.some((type) => types[1].includes(type))) {
    const names = theyAre("It has", memberNames(checked.shape));
    const found = typesInWords(possible);
    report(
      place,
      "wrong-type",
      `${types[0]} is ${typesInWords(types[1])}; \`${place.value}\` is ${found}.${names}`,
    );
    return undefined;
  }
  const { undeclared } = checked;
  if (undeclared) warn?.(place, undeclared.code, undeclared.message, { suggest: undeclared.suggest });
  return checked;
}

/** Checks a list of strings, numbers and booleans and gives those that are; `undefined` if it is no list. */
export function checkScalars(
  key: string,
  place: Place,
  what: string,
  report: Report,
): readonly { place: Place; value: Scalar }[] | undefined {
  if (!Array.isArray(place.value)) {
    const suggest = isScalar(place.value) ? [`${key}: [${place.value}]`] : [];
    report(place, "not-a-list", `\`${key}\` is a list; here stands ${describe(place.value)}.`, { suggest });
    return undefined;
  }
  return itemsOf(place).flatMap((item) => {
    if (isScalar(item.value)) return [{ place: item, value: item.value }];
    report(
      item,
      "not-a-scalar",
      `${what} is a string, a number or a boolean; here stands ${describe(item.value)}.`,
    );
    return [];
  });
}

export function checkChoice(key: string, place: Place, choices: readonly unknown[], report: Report): void {
  if (choices.includes(place.value)) return;
  const near = nearest(plainText(place.value), choices.map(String));
  const suggest = near === undefined ? [] : [near];
  report(
    place,
    "not-a-choice",
    `\`${key}\` is ${quoted(choices, "or")}; here stands ${describe(place.value)}.`,
    { suggest },
  );
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
