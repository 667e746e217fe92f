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

/**
 * Which media types of a content are JSON to go by: those that have a schema; where none has one, all. Some documents have
 * `application/json` with no more than an example, beside `application/json; charset=utf-8` with the schema.
 */
export function jsonTypes(
  content: readonly (readonly [mediaType: string, schema: unknown])[],
): readonly string[] {
  const json = content.filter(([mediaType]) => isJson(mediaType));
  const telling = json.filter(([, schema]) => saysSomething(schema));
  return (telling.length > 0 ? telling : json).map(([mediaType]) => mediaType);
}

/** `{}` and `true` let anything through. */
function saysSomething(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null ? Object.keys(schema).length > 0 : schema === false;
}

/** They are told apart by their parameters alone. */
export function isSameType(one: string, other: string): boolean {
  return essence(one) === essence(other);
}

/** Without its parameters. */
function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}
