import { parseDuration } from "../../../vocabulary/duration.ts";
import type { Block } from "../../block.ts";
import { checkDuration } from "../../durations.ts";
import type { Report } from "../../report.ts";

/** How long `poll` goes on when the spec does not say. */
const defaultTimeout = "1h";

const order: readonly (readonly [shorter: string, longer: string])[] = [
  ["minInterval", "maxInterval"],
  ["delay", "timeout"],
  ["minInterval", "timeout"],
];

/** Checks each duration by itself, then those that cannot be longer than another. */
export function checkDurations(block: Block, report: Report): void {
  for (const key of ["delay", "minInterval", "maxInterval", "timeout"]) {
    const place = block.get(key);
    if (place) checkDuration(key, place, report, { mayBeZero: key !== "timeout" });
  }
  const told = new Set<string>();
  for (const [shorter, longer] of order) {
    const place = block.get(shorter);
    const limit = block.has(longer)
      ? block.get(longer)?.value
      : longer === "timeout"
        ? defaultTimeout
        : undefined;
    const [a, b] = [parseDuration(place?.value), parseDuration(limit)];
    if (!place || a === undefined || b === undefined || b === 0 || told.has(shorter)) continue;
    if (longer === "timeout" ? a < b : a <= b) continue;
    told.add(shorter);
    const unwritten = block.has(longer) ? "" : ", which holds where none is written";
    const relation = a === b ? "as long as" : "longer than";
    report(
      place,
      "duration-too-long",
      `\`${shorter}\` (${place.value}) is ${relation} \`${longer}\` (${limit}${unwritten}).`,
    );
  }
}
