import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { isRecord, keywords, schemaAt } from "../../mock/document/schema.ts";
import type { Pin } from "../../mock/sample/making.ts";
import { sample } from "../../mock/sample/sample.ts";
import type { Code } from "../emit/layout.ts";
import { brackets } from "../emit/layout.ts";
import type { Entry } from "../emit/literal.ts";
import { object, scalar, text } from "../emit/literal.ts";
import { uploadsIn } from "../emit/uploads.ts";
import type { BodyModel, OperationModel, ParameterGroup } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";
import { realName } from "../model/real-name.ts";

/**
 * The parameters that an operation requires, with values that the document allows; `undefined` where there are none such.
 * What is `given` already is left out.
 */
export function sampleParams(
  operation: OperationModel,
  document: Document,
  given: readonly string[] = [],
): Code | undefined {
  const { pointer, parameters, body } = operation;
  const found = parameters.flatMap((group) =>
    // to a compiler, each object has a `constructor` that is no parameter
    group.names
      .filter((name) => !given.includes(name) && (group.required.includes(name) || name in {}))
      .map((name) => [name, argument(name, group, pointer, document)] as const),
  );
  const needsBody = body?.required && !given.includes("body");
  const all = needsBody ? [...found, ["body", sampleBody(body, pointer, document)] as const] : found;
  const entries = all.flatMap(([name, value]): readonly Entry[] =>
    value === undefined ? [] : [[name, value]],
  );
  return entries.length < all.length ? undefined : object(entries);
}

const direction = "request";

function argument(
  name: string,
  { place, realNames }: ParameterGroup,
  pointer: readonly string[],
  document: Document,
): Code | undefined {
  const real = realName({ realNames }, name);
  const found = [pointer, pointer.slice(0, 2)]
    .flatMap((owner) =>
      members(locate(document, [...owner, "parameters"])?.value).flatMap(
        ([index]) => locate(document, [...owner, "parameters", index]) ?? [],
      ),
    )
    .find(({ value }) => keywords(value).name === real && keywords(value).in === place);
  if (found === undefined) return undefined;
  const content = members(keywords(found.value).content)[0]?.[0];
  const way = [...found.path, ...(content === undefined ? [] : ["content", content]), "schema"];
  // a part of the path that is empty leads elsewhere
  return code(place === "path" ? sample(document, way, { all: true, direction }) : sampleIn(document, way));
}

function sampleBody(
  { choices }: BodyModel,
  pointer: readonly string[],
  document: Document,
): Code | undefined {
  const [{ kind, mediaType }] = choices;
  if (kind === "text") return text("text");
  if (kind === "binary") return blob;
  const way = [...pointer, "requestBody", "content", mediaType, "schema"];
  const value = sampleIn(document, way);
  return kind === "multipart" ? parts(value, locate(document, way), document) : code(value);
}

/** The least that is required, but no empty list: whoever has to give one has something to give. */
function sampleIn(document: Document, way: readonly string[]): unknown {
  const least = sample(document, way, { all: false, direction });
  const pins = emptyLists(least).map((at): Pin => ({ at: [...at, "0"], values: [] }));
  return pins.length === 0 ? least : (sample(document, way, { all: false, direction, pins }) ?? least);
}

function emptyLists(value: unknown): readonly (readonly string[])[] {
  if (Array.isArray(value) && value.length === 0) return [[]];
  return members(value).flatMap(([key, each]) => emptyLists(each).map((at) => [key, ...at]));
}

/** In a form with parts, files are no texts. */
function parts(value: unknown, place: Place | undefined, document: Document): Code | undefined {
  if (!isRecord(value)) return code(value);
  const uploads = uploadsIn(document);
  const isFile = (at: readonly string[]): boolean => {
    const schema = schemaAt(place, at, document)?.value;
    return typeof schema === "object" && schema !== null && uploads.has(schema);
  };
  const entries = members(value).flatMap(([name, each]): readonly Entry[] => {
    const made = isFile([name])
      ? blob
      : Array.isArray(each) && isFile([name, "0"])
        ? brackets(each.map(() => blob))
        : code(each);
    return made === undefined ? [] : [[name, made]];
  });
  return object(entries);
}

const blob = 'new Blob(["text"])';

/** `undefined` where no sample was found. */
function code(value: unknown): Code | undefined {
  if (Array.isArray(value)) return brackets(value.map((each) => code(each) ?? "undefined"));
  if (typeof value === "object" && value !== null)
    return object(members(value).map(([name, each]): Entry => [name, code(each) ?? "undefined"]));
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return scalar(value);
  return undefined;
}
