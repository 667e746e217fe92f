import type { Call } from "../../../src/runtime/call/call.ts";
import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import type { Operation } from "../document/operations.ts";
import { withoutQuery } from "../document/operations.ts";
import type { Way } from "../document/schema.ts";
import { keywords } from "../document/schema.ts";

/** An operation of a generated client, beside what the document says of it. */
export interface Documented extends Operation {
  /** What the client exports it as. */
  readonly name: string;
  readonly run: (client: object, params: object) => Promise<unknown>;
  readonly call: Call;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  /** What a caller gives it by. */
  readonly given: string;
  /** What it is called in the request. */
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** Where the document has it. */
  readonly way: Way;
}

/** The operations that a client exports, each with its place in the document; `undefined` where there is none. */
export function documented(
  exports: Readonly<Record<string, unknown>>,
  document: unknown,
): readonly (readonly [name: string, operation: Documented | undefined])[] {
  return Object.entries(exports).flatMap(
    ([name, run]): readonly (readonly [string, Documented | undefined])[] => {
      if (!isOperation(run)) return [];
      const { call } = run;
      const found = members(locate(document, ["paths"])?.value).find(
        ([path]) =>
          shape(path) === shape(call.path) && locate(document, ["paths", path, call.method.toLowerCase()]),
      );
      if (found === undefined) return [[name, undefined]];
      const way = ["paths", found[0], call.method.toLowerCase()];
      return [
        [
          name,
          {
            name,
            run,
            call,
            method: call.method,
            way,
            template: withoutQuery(found[0]),
            parameters: parametersOf(call, way, document),
          },
        ],
      ];
    },
  );
}

type Runnable = Documented["run"] & { readonly call: Call };

function isOperation(value: unknown): value is Runnable {
  // each function has a `call` that it inherits
  return typeof value === "function" && Object.hasOwn(value, "call");
}

/** Two paths are one, whatever their parameters are called. */
function shape(path: string): string {
  return withoutQuery(path).replace(/\{[^{}]*\}/g, "{}");
}

function parametersOf(call: Call, way: Way, document: unknown): readonly Parameter[] {
  const declared = [way.slice(0, 2), way].flatMap((owner) =>
    members(locate(document, [...owner, "parameters"])?.value).flatMap(([index]) => {
      const place = locate(document, [...owner, "parameters", index]);
      return place ? [{ place, says: keywords(place.value) }] : [];
    }),
  );
  const inTemplate = (path: string): readonly string[] =>
    Array.from(path.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name);
  const [given, real] = [inTemplate(call.path), inTemplate(way[1] ?? "")];
  return [...call.places].flatMap(([key, place]): readonly Parameter[] => {
    if (place === "body" || Object.hasOwn(call.constants ?? {}, key)) return [];
    const name = place === "path" ? (real[given.indexOf(key)] ?? key) : (call.names?.[key] ?? key);
    const found = declared.findLast(({ says }) => says.in === place && sameName(says.name, name, place));
    return [
      {
        given: key,
        name,
        in: place,
        required: place === "path" || found?.says.required === true,
        way: found?.place.path ?? [],
      },
    ];
  });
}

function sameName(one: unknown, other: string, place: string): boolean {
  return place === "header" ? String(one).toLowerCase() === other.toLowerCase() : one === other;
}
