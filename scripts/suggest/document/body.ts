import type { Document, Place } from "../../plugin/document.ts";
import { jsonMedia } from "../../plugin/json-media.ts";
import type { Operation, Response } from "../../plugin/operations.ts";
import { isJson } from "../../vocabulary/media-type.ts";
import { valueAt } from "../../vocabulary/pointer.ts";

/** The schema of the JSON body of a response. */
export function bodyOf(response: Response, document: Document): Place | undefined {
  return schemaOf(jsonMedia(response.fields.get("content"), document), document);
}

/** The schema of the body of a request, in whatever form it is sent. */
export function requestSchemaOf({ fields }: Operation, document: Document): Place | undefined {
  const content = document.fields(document.fields(fields.get("requestBody")).get("content"));
  return schemaOf([...content.values()], document);
}

/** The first schema there is: of `application/json` and the same with a charset, one may have none. */
function schemaOf(media: readonly Place[], document: Document): Place | undefined {
  return media.map((each) => document.fields(each).get("schema")).find((schema) => schema !== undefined);
}

/** What stands at a place of a body in the examples of a response. */
export function examplesIn(
  response: Response,
  pointer: readonly string[],
  document: Document,
): readonly unknown[] {
  const content = response.fields.get("content");
  const telling = jsonMedia(content, document);
  const isOther = ({ value }: Place): boolean => telling.every((each) => each.value !== value);
  // JSON that has no schema beside JSON that has one may have the examples
  const others = [...document.fields(content)].flatMap(([type, media]) =>
    isJson(type) && isOther(media) ? [media] : [],
  );
  return [...telling.slice(0, 1), ...others]
    .flatMap((media) => examplesOf(media, document))
    .map((example) => valueAt(example, pointer));
}

function examplesOf(media: Place, document: Document): readonly unknown[] {
  const fields = document.fields(media);
  const named = [...document.fields(fields.get("examples")).values()].map(
    (example) => document.fields(example).get("value")?.value,
  );
  return [fields.get("example")?.value, ...named];
}
