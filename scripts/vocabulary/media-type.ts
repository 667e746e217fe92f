/** `application/json; charset=utf-8`, `application/problem+json` */
export function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

export function isForm(mediaType: string): boolean {
  return essence(mediaType) === "application/x-www-form-urlencoded";
}

export function isMultipart(mediaType: string): boolean {
  return essence(mediaType) === "multipart/form-data";
}

/** Something to read rather than to save: XML, YAML and what begins with `text/`, tables and streams aside. */
export function isText(mediaType: string): boolean {
  const isSaved = /^text\/(csv|tab-separated-values|calendar|event-stream)$/.test(essence(mediaType));
  return !isSaved && /^text\/|[/+](xml|x?-?yaml|graphql)$/.test(essence(mediaType));
}

export function isEventStream(mediaType: string): boolean {
  return essence(mediaType) === "text/event-stream";
}

/** `*\/*`, `image/*` */
export function isRange(mediaType: string): boolean {
  return mediaType.includes("*");
}

/** "Whatever you ask for", of a service whose framework says no more: JSON, unless it is declared as text. */
export function isAnything(mediaType: string): boolean {
  return /^(\*|application)\/\*/.test(mediaType);
}

/** Without its parameters. */
function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}
