import { isAnything, jsonTypes } from "../vocabulary/media-type.ts";
import type { Document, Place } from "./document.ts";

/** What a `content` has of JSON: its media types that say so and what they hold, else one that stands for whatever there is. */
export function jsonMedia(content: Place | undefined, document: Document): readonly Place[] {
  const all = [...document.fields(content)];
  const json = jsonTypes(all.map(([type, media]) => [type, document.fields(media).get("schema")?.value]));
  const found = all.filter(([type, media]) =>
    json.length > 0 ? json.includes(type) : isAnything(type) && !isString(media, document),
  );
  return found.map(([, media]) => media);
}

function isString(media: Place, document: Document): boolean {
  return document.fields(document.fields(media).get("schema")).get("type")?.value === "string";
}
