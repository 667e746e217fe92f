import type { Block } from "../../block.ts";
import { itemsOf } from "../../document.ts";
import { hint } from "../../hint.ts";
import { resolvePointer } from "../../members.ts";
import type { Report } from "../../report.ts";
import type { Shape } from "../../shape.ts";
import { describe } from "../../words.ts";

/** `requires` names fields that stand at the top of the result. */
export function checkRequires(block: Block, result: Shape, report: Report): void {
  const place = block.get("requires");
  if (place === undefined) return;
  if (!Array.isArray(place.value)) {
    const suggest = typeof place.value === "string" ? [`requires: [${place.value}]`] : [];
    report(
      place,
      "not-a-list",
      `\`requires\` is a list of fields of the result; here stands ${describe(place.value)}.`,
      {
        suggest,
      },
    );
    return;
  }
  for (const item of itemsOf(place)) {
    if (typeof item.value !== "string") {
      report(
        item,
        "not-a-field-name",
        `\`requires\` names fields of the result; here stands ${describe(item.value)}.`,
      );
      continue;
    }
    const found = resolvePointer(result, [item.value]);
    if (!("missing" in found)) continue;
    const { suggest, others } = hint(item.value, found.names);
    report(item, "no-such-field", `The result has no field \`${item.value}\`.${others}`, { suggest });
  }
}
