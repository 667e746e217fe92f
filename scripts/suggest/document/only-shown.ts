import type { Document, Place } from "../../plugin/document.ts";
import { isObject } from "../../plugin/document.ts";
import { resolvePointer } from "../../plugin/members.ts";
import type { Response } from "../../plugin/operations.ts";
import { shapeOf } from "../../plugin/shape.ts";
import { examplesIn } from "./body.ts";
import { addressOf } from "./bundle.ts";
import type { Member } from "./schema-members.ts";
import { membersOf } from "./schema-members.ts";

/** A member that an example of an answer has, at its top, and the schema lacks. */
export interface ShownMember extends Member {
  /** The schema that it has to be added to before an expression may mean it; none where anything may be there. */
  readonly addTo?: Place;
}

/** What the examples of an answer have that its schema lacks, as far as it can be added there. */
export function onlyShown(
  response: Response,
  place: Place,
  body: Place,
  document: Document,
): readonly ShownMember[] {
  const shown = new Map(
    examplesIn(response, [], document).flatMap((each) => (isObject(each) ? Object.entries(each) : [])),
  );
  if (shown.size === 0) return [];
  const known = membersOf(body, document);
  const end = document.follow(body);
  // an answer that several operations share may be written out, with what it has by now
  const isFixed = end !== undefined && (document.follow(place) === place || isComponent(end));
  return [...shown].flatMap(([name, value]): readonly ShownMember[] => {
    if (known.has(name)) return [];
    const schema: Place = {
      value: { type: typeof value },
      location: (end ?? body).location.child(["properties", name]),
    };
    if ("shape" in resolvePointer(shapeOf(body, document), [name])) return [{ pointer: [name], schema }];
    return isFixed && isPlainObject(end) ? [{ pointer: [name], schema, addTo: end }] : [];
  });
}

function isComponent(schema: Place): boolean {
  return addressOf(schema).slice(0, 2).join("/") === "components/schemas";
}

/** One schema, not several that hold together or in turn. */
function isPlainObject({ value }: Place): boolean {
  return isObject(value) && isObject(value.properties) && !value.allOf && !value.oneOf && !value.anyOf;
}
