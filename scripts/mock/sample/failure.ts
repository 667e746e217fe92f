import { meaningOf } from "../../vocabulary/status-words.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";
import { allParts, keywords } from "../document/schema.ts";
import { propertySchemas } from "../judge/object.ts";
import type { Making } from "./making.ts";
import type { All } from "./ways.ts";

/** What is called so says what has gone wrong. */
export function isError(name: string): boolean {
  return tokensOf(name).some((token) => words.has(token));
}

const words = new Set("error errors err failure failures fail fails failed exception exceptions".split(" "));

/** The values of a state, those last by which something has failed; others stay as they are. */
export function failedLast(values: readonly unknown[]): readonly unknown[] {
  if (!areStates(values)) return values;
  return [...values.filter((each) => !isFailure(each)), ...values.filter(isFailure)];
}

/** What says what has gone wrong beside a state: nothing has, as far as this is chosen here. */
export function errorsBesideState(
  all: All,
  names: readonly string[],
  { document }: Making,
): readonly string[] {
  const errors = names.filter(isError);
  const isState = (name: string): boolean =>
    all
      .flatMap((place) => propertySchemas(place, name, document))
      .flatMap((place) => allParts(place, document))
      .some(({ value }) => {
        const { enum: listed } = keywords(value);
        return Array.isArray(listed) && areStates(listed);
      });
  return errors.length > 0 && names.some(isState) ? errors : [];
}

/** Some say that it has failed, others that it has not, as codes of errors do not. */
function areStates(values: readonly unknown[]): boolean {
  return values.some(isFailure) && values.some((each) => /succeeded|pending/.test(meaning(each) ?? ""));
}

function isFailure(value: unknown): boolean {
  return meaning(value) === "failed";
}

function meaning(value: unknown): string | undefined {
  const found = typeof value === "string" ? meaningOf(tokensOf(value)) : undefined;
  return found?.isSure ? found.list : undefined;
}
