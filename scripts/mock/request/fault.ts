import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import { isForm, isJson, jsonTypes } from "../../vocabulary/media-type.ts";
import { keywords, schemaIn } from "../document/schema.ts";
import { faultIn } from "../judge/fault.ts";
import type { Asked } from "./asked.ts";
import { parametersFault } from "./parameters.ts";

/** In what a request is not as the document asks, in a sentence; `undefined` for one that is. */
export function requestFault(asked: Asked, document: unknown): string | undefined {
  return parametersFault(asked, document) ?? bodyFault(asked, document);
}

function bodyFault({ operation, headers, text, body }: Asked, document: unknown): string | undefined {
  const place = locate(document, [...operation.way, "requestBody"]);
  const { required, content } = keywords(place?.value);
  if (place === undefined) return undefined;
  const type = headers.get("content-type") ?? "";
  // a form without fields is one nevertheless
  if (text === "" && !isForm(type)) return required === true ? "The body is missing." : undefined;
  const types = members(content).map(([each]) => each);
  const fitting = types.filter((each) => isOf(type, each));
  const [found = fitting[0]] = jsonTypes(
    fitting.map((each) => [each, locate(document, [...place.path, "content", each, "schema"])?.value]),
  );
  if (found === undefined) {
    return types.length === 0 ? undefined : `The body is \`${type}\`, where ${types.join(", ")} is taken.`;
  }
  if (!isJson(type)) return undefined;
  if (body === undefined) return "The body is not JSON.";
  const schema = schemaIn(document, [...place.path, "content", found, "schema"]);
  const fault = schema && faultIn(schema, body, document, "request", "trusting");
  if (!fault) return undefined;
  return `${fault.at.length === 0 ? "The body" : `The body's \`/${fault.at.join("/")}\``} ${fault.what}.`;
}

function isOf(given: string, declared: string): boolean {
  const [one = "", other = ""] = [given, declared].map((each) =>
    each.replace(/;.*/s, "").trim().toLowerCase(),
  );
  return one === other || (other.includes("*") && one.startsWith(other.slice(0, other.indexOf("*"))));
}
