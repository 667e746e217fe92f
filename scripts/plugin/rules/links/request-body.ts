import type { Place } from "../../document.ts";
import { child, isObject, itemsOf } from "../../document.ts";
import { hint } from "../../hint.ts";
import { requiredNames, resolvePointer } from "../../members.ts";
import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import type { Shape } from "../../shape.ts";
import { quoted } from "../../words.ts";
import type { Link } from "./link.ts";
import { checkLinkValue } from "./values.ts";

/** Checks what a link gives as the body of the next request: its expressions at any depth, and its fields. */
export function checkLinkBody(link: Link, target: Operation | undefined, report: Report): void {
  const place = link.fields.get("requestBody");
  const isStatusLink = target?.isPolled && link.isStart;
  if (!place) {
    if (!isStatusLink || !target.requestBody?.required) return;
    report(
      link.place,
      "incomplete-link",
      `The link leaves out \`requestBody\`, without which \`${target.name}\` cannot tell the status.`,
      {
        onKey: true,
      },
    );
    return;
  }
  if (target && !target.requestBody) {
    report(place, "body-not-taken", `\`${target.name}\` takes no request body.`, { onKey: true });
  }
  const guesses = checkValue(place, target?.requestBody?.shape ?? "open", link, report);
  if (!isStatusLink || !target.requestBody || !isObject(place.value)) return;
  const given = [...Object.keys(place.value), ...guesses];
  const left = requiredNames(target.requestBody.shape).filter((name) => !given.includes(name));
  if (left.length === 0) return;
  report(
    place,
    "incomplete-link",
    `The body leaves out ${quoted(left)}, without which \`${target.name}\` cannot tell the status.`,
    {
      onKey: true,
    },
  );
}

/** Gives the names that misspelt fields of this object probably mean. */
function checkValue(place: Place, shape: Shape, link: Link, report: Report): readonly string[] {
  if (Array.isArray(place.value)) {
    for (const [index, item] of itemsOf(place).entries())
      checkMember(item, String(index), shape, link, report);
    return [];
  }
  if (isObject(place.value)) {
    return Object.keys(place.value).flatMap((key) =>
      checkMember(child(place, key), key, shape, link, report),
    );
  }
  checkLinkValue(place, { scope: link.scope }, report);
  return [];
}

function checkMember(
  place: Place,
  name: string,
  shape: Shape,
  link: Link,
  report: Report,
): readonly string[] {
  const found = resolvePointer(shape, [name]);
  if ("shape" in found) {
    checkValue(place, found.shape, link, report);
    return [];
  }
  const { suggest, others } = hint(name, found.names);
  report(place, "no-such-field", `The request body has no field \`${name}\`.${others}`, {
    suggest,
    onKey: true,
  });
  checkValue(place, "open", link, report);
  return suggest;
}
