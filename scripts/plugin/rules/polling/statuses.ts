import type { Scalar } from "../../../vocabulary/extensions.ts";
import { isHttpStatus } from "../../../vocabulary/http-status.ts";
import type { StatusList } from "../../../vocabulary/keys.ts";
import { statusLists } from "../../../vocabulary/keys.ts";
import type { Block } from "../../block.ts";
import { checkScalars } from "../../checks.ts";
import type { Place } from "../../document.ts";
import { jsonTypeOf } from "../../domain.ts";
import type { Readable } from "../../expressions.ts";
import { hint } from "../../hint.ts";
import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import { quoted, typesInWords } from "../../words.ts";
import type { PossibleStatuses } from "./possible-statuses.ts";
import { possibleStatuses } from "./possible-statuses.ts";
import { whereToList } from "./where-to-list.ts";

interface Listed {
  readonly list: StatusList;
  readonly place: Place;
  readonly value: Scalar;
}

/** The lists say what each status means: no value in two of them, and with an enum, exactly the values it has. */
export function checkStatuses(
  operation: Operation,
  block: Block,
  status: readonly Readable[] | undefined,
  report: Report,
): void {
  const ignoreCase = block.get("ignoreCase")?.value === true;
  const fold = (value: Scalar): Scalar =>
    ignoreCase && typeof value === "string" ? value.trim().toLowerCase() : value;

  const lists = statusLists.filter((list) => block.has(list)).map((list) => readList(list, block, report));
  const listed = lists.flatMap((list) => list ?? []);
  checkTwice(listed, fold, report);
  if (status === undefined) return;

  const possible = possibleStatuses(operation, status, fold);
  const meant = listed.flatMap((each) => checkPossible(each, possible, report));
  // A list that could not be read, or a `succeeded` that is not there, would have held what is left over.
  if (lists.includes(undefined) || !block.has("succeeded")) return;
  const placed = new Set([...listed.map(({ value }) => value), ...meant].map(fold));
  const left = possible.toPlace.filter((value) => !placed.has(fold(value)));
  reportLeft(left, possible.toPlace, block, report);
}

/** `undefined` if the list cannot be read, and then that has been reported. */
function readList(list: StatusList, block: Block, report: Report): readonly Listed[] | undefined {
  const place = block.get(list);
  const scalars = place && checkScalars(list, place, "A status", report);
  if (!place || !scalars) return undefined;
  if (list === "succeeded" && Array.isArray(place.value) && place.value.length === 0) {
    report(place, "never-succeeds", "`succeeded` is empty, so this job could never succeed.");
    return undefined;
  }
  return scalars.flatMap(({ place: item, value }): readonly Listed[] => {
    if (value !== "") return [{ list, place: item, value }];
    report(item, "empty-status", "An empty status counts as absent; say with `missing` what that means.");
    return [];
  });
}

function checkTwice(listed: readonly Listed[], fold: (value: Scalar) => Scalar, report: Report): void {
  const first = new Map<Scalar, StatusList>();
  for (const { list, place, value } of listed) {
    const before = first.get(fold(value));
    if (before === undefined) first.set(fold(value), list);
    else if (before === list) report(place, "listed-twice", `\`${value}\` stands in \`${list}\` twice.`);
    else
      report(
        place,
        "listed-twice",
        `\`${value}\` already stands in \`${before}\`; a status has one meaning.`,
      );
  }
}

/** Reports a value that the status never has, and gives the one that was probably meant. */
function checkPossible(
  { place, value }: Listed,
  possible: PossibleStatuses,
  report: Report,
): readonly Scalar[] {
  if (possible.admits(value)) return [];
  const { named, rest, isCode } = possible;
  const twin = isHttpStatus(value) && isCode(value) ? undefined : twinsOf(value).find(possible.admits);
  if (twin !== undefined) {
    const [type, written] = [typesInWords([jsonTypeOf(twin)]), JSON.stringify(value)];
    report(
      place,
      "status-of-wrong-type",
      `The status is ${type} here, never the ${typeof value} ${written}.`,
      {
        suggest: [JSON.stringify(twin)],
      },
    );
    return [twin];
  }
  const names = named.map(String);
  // Of numbers that stand for nothing but themselves, the nearest is no likelier to be meant than another.
  const { suggest, others } = hint(isCode(value) ? "" : String(value), names);
  const message = isCode(value)
    ? `The operation documents no answer \`${value}\`.`
    : named.length > 0
      ? `The enum of the status has no \`${value}\`.`
      : `The status is ${typesInWords(rest)}, so it is never \`${value}\`.`;
  report(place, "unknown-status", message + others, { suggest });
  return named.filter((each) => suggest.includes(String(each)));
}

/** The same value as another JSON type: `"0"` for `0`, `"true"` for `true`, and the other way round. */
function twinsOf(value: Scalar): readonly Scalar[] {
  if (typeof value !== "string") return [String(value)];
  if (value === "true" || value === "false") return [value === "true"];
  return value.trim() !== "" && Number.isFinite(Number(value)) ? [Number(value)] : [];
}

function reportLeft(
  left: readonly Scalar[],
  possible: readonly Scalar[],
  block: Block,
  report: Report,
): void {
  const place = block.get("status");
  if (!place || left.length === 0) return;
  const subject = left.length === 1 ? "is a possible status but stands" : "are possible statuses but stand";
  const message = `${quoted(left)} ${subject} in no list. ${whereToList(left, possible, block)}`;
  report(place, "status-not-listed", message);
}
