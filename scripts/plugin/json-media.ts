import { isAnything, isJson } from "../vocabulary/media-type.ts";
import type { Document, Place } from "./document.ts";

/** What a `content` has of JSON: its media types that say so, else one that stands for whatever there is. */
export function jsonMedia(content: Place | undefined, document: Document): readonly Place[] {
  const all = [...document.fields(content)];
  const json = all.filter(([type]) => isJson(type));
  const found =
    json.length > 0 ? json : all.filter(([type, media]) => isAnything(type) && !isString(media, document));
  return found.map(([, media]) => media);
}

function isString(media: Place, document: Document): boolean {
  return document.fields(document.fields(media).get("schema")).get("type")?.value === "string";
}
