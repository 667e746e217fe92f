/**
 * How a list or an object is written; OpenAPI's words, where it has some.
 * `form`: an object is written as its fields. `comma`: form that is not exploded. `reserved`: nothing is encoded that
 * may stand in a query. Without a style, a list is repeated and an object is JSON.
 */
export type Style =
  | "form"
  | "comma"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "json"
  | "reserved";

/** Writes names and values as a query has them, or a form. */
export function urlencoded(styles: Readonly<Record<string, Style>> = {}): (values: unknown) => string {
  return (values) =>
    Object.entries(values ?? {})
      .flatMap(([name, value]) => written(name, value, styles[name]))
      .join("&");
}

function written(name: string, value: unknown, style: Style | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "object" && style !== "json") {
    if (style === "deepObject")
      return Object.entries(value).flatMap(([key, each]) => written(`${name}[${key}]`, each, style));
    const isList = Array.isArray(value);
    const delimiter = style && delimiters[style];
    if (delimiter) {
      const there = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
      const items = there.flatMap(([key, each]) => (isList ? [each] : [key, each]));
      const text = items.map((item) => encoded(item, style)).join(delimiter);
      return items.length > 0 ? [`${encodeURIComponent(name)}=${text}`] : [];
    }
    if (isList) return value.flatMap((item) => written(name, item, style === "reserved" ? style : undefined));
    if (style === "form")
      return Object.entries(value).flatMap(([key, each]) => written(key, each, undefined));
  }
  return [`${encodeURIComponent(name)}=${encoded(value, style)}`];
}

const delimiters: Readonly<Partial<Record<Style, string>>> = {
  comma: ",",
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
};

function encoded(value: unknown, style: Style | undefined): string {
  const text = style === "json" || typeof value === "object" ? JSON.stringify(value) : String(value);
  // what would end the value, or be a blank in it
  return style === "reserved"
    ? encodeURI(text).replace(/[#&+]/g, encodeURIComponent)
    : encodeURIComponent(text);
}
