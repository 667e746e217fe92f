import { isMeantAsExpression } from "../../vocabulary/expression.ts";
import type { Exchange } from "./access.ts";
import { readAccess } from "./access.ts";
import type { Field, LinkModel, OperationModel, Value } from "./model.ts";
import type { Link } from "./openapi.ts";
import type { Reader } from "./reader.ts";
import { realName } from "./real-name.ts";

/** A link from an answer to an operation, and what it fills in there. */
export function readLink(
  name: string,
  link: Link,
  { exchange, target, pointer }: { exchange: Exchange; target: OperationModel; pointer: readonly string[] },
  reader: Reader,
): LinkModel {
  const places = target.parameters;
  const given = Object.entries(link.parameters ?? {}).flatMap(([key, value]): readonly Field[] => {
    const at = [...pointer, "parameters", key];
    const isSent = target.sent.some((each) => each.name === key || `${each.in}.${each.name}` === key);
    if (!isSent) return [[parameterName(key, places), readValue(value, exchange, at, reader)]];
    const message = `The link gives ${key}, a credential, which the client sends with every request, so it is left out: no ref holds it. Take this line away.`;
    reader.warn(at, "credential-in-link", message);
    return [];
  });
  const body: readonly Field[] =
    link.requestBody === undefined
      ? []
      : [["body", readValue(link.requestBody, exchange, [...pointer, "requestBody"], reader)]];
  const params = [...given, ...body];
  const url = link["x-url"];
  if (url === undefined) return { name, target, params };
  const inUrl = places.filter(({ place }) => place !== "header");
  const isLeft = (each: string): boolean => !params.some(([param]) => param === each);
  const names = inUrl.flatMap(({ required }) => required).filter(isLeft);
  const hasMore = inUrl.flatMap((group) => group.names).filter(isLeft).length > names.length;
  return {
    name,
    target,
    params,
    url: { access: readAccess(url, exchange, [...pointer, "x-url"], reader), names, hasMore },
  };
}

/** OpenAPI lets a link say which of two parameters of one name it means: `path.id`. Here, each has its own. */
function parameterName(key: string, places: OperationModel["parameters"]): string {
  const all = places.flatMap((group) =>
    group.names.map((name) => ({ name, real: realName(group, name), place: group.place })),
  );
  const found =
    all.find(({ real, place }) => `${place}.${real}` === key) ?? all.find(({ real }) => real === key);
  return found?.name ?? key;
}

function readValue(value: unknown, exchange: Exchange, pointer: readonly string[], reader: Reader): Value {
  if (typeof value === "string" && isMeantAsExpression(value))
    return { kind: "access", access: readAccess(value, exchange, pointer, reader) };
  if (Array.isArray(value)) {
    return {
      kind: "list",
      items: value.map((item, index) => readValue(item, exchange, [...pointer, String(index)], reader)),
    };
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(
      ([key, each]): Field => [key, readValue(each, exchange, [...pointer, key], reader)],
    );
    return { kind: "object", fields };
  }
  // what is left of JSON
  return { kind: "constant", value: value as string | number | boolean | null };
}
