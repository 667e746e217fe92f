import type { Document, Place } from "../../plugin/document.ts";

/** Where the document leads from a response by links of its own: the operationIds. */
export function ownLinks(response: Place, document: Document): readonly string[] {
  const links = document.fields(document.fields(response).get("links"));
  const ids = [...links.values()].map((link) => document.fields(link).get("operationId")?.value);
  return ids.filter((id) => typeof id === "string");
}
