import type { BodyWriter } from "./bodies.ts";
import type { Call, Place } from "./call.ts";

/** What goes into the request of a call: parameters by their place, and a body with what writes it. */
export interface Arranged extends BodyWriter {
  readonly params: Params;
  readonly body: unknown;
}

type Params = { [In in Place]?: Record<string, unknown> };

/** Puts each parameter where the specification wants it. Throws a `TypeError` on one that cannot go there. */
export function arrange(call: Call, given: unknown): Arranged {
  const { id, places, names } = call;
  // those that are not given come along: all stand in the order of the specification, and a path wants each of its own
  const { body, ...values }: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries([...places.keys()].map((name) => [name])),
    ...call.constants,
    ...((call.written?.(given) ?? given) as object | undefined),
  };
  const params: Params = {};
  for (const [name, value] of Object.entries(values)) {
    const place = places.get(name);
    if (value === undefined && place !== "path") continue;
    // of a text in the place of the object, the first parameter is 0
    if (!place) throw new TypeError(`${id} has no parameter ${name}, only {${[...places.keys()]}}.`);
    const items: readonly unknown[] = typeof value === "object" ? Object.values(value ?? {}) : [value];
    // an object may have nothing to write; "." and ".." would be taken for steps of the path, encoded or not; and names in
    // an object, which a query of somebody else's may have been read as (`?id[../all]=`), are not encoded at all
    const keys = Object.keys(Object(value)).join("");
    if (place === "path" && (/^(\s*|\.\.?)$/.test(items.join("")) || /[^\w.-]/.test(keys))) {
      throw new TypeError(`${id}: the parameter ${name} must be a name or id, not ${JSON.stringify(value)}.`);
    }
    // from here on numbers are rounded when their JSON is read, and so may be those of something else
    if (items.some((each) => typeof each === "number" && Math.abs(each) >= 2 ** 53)) {
      throw new TypeError(
        `${id}: the parameter ${name}, ${value}, is too large to be exact. Give it as text.`,
      );
    }
    params[place] = { ...params[place], [names?.[name] ?? name]: value };
  }
  const writer = call.bodies?.[`${params.body?.contentType}`] ?? call.body;
  return { params, body, ...(body !== undefined && writer) };
}
