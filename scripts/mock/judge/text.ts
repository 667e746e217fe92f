import type { Keywords } from "../document/schema.ts";
import type { Rigor } from "./judging.ts";
import { matches } from "./pattern.ts";

/** In what a text is not as its schema asks. */
export function textFault(
  { format, pattern, minLength, maxLength }: Keywords,
  value: string,
  rigor: Rigor,
): string | undefined {
  const length = [...value].length;
  if (length < Number(minLength ?? 0)) return `has fewer than ${minLength} characters`;
  if (length > Number(maxLength ?? Number.POSITIVE_INFINITY)) return `has more than ${maxLength} characters`;
  if (typeof pattern === "string" && !(matches(pattern, value) ?? rigor !== "certain"))
    return `does not match ${pattern}`;
  const known = rigor === "possible" ? possible : certain;
  const name = String(format);
  // what every object has by its prototype is no format
  const isFormatted = rigor === "trusting" || !Object.hasOwn(known, name) || known[name]?.(value) !== false;
  return isFormatted ? undefined : `is no ${format}`;
}

const email = /^[\w+-]+(\.[\w+-]+)*@[a-z\d]+(-[a-z\d]+)*(\.[a-z\d]+)+$/i;
const pointers = /^(\/[\w{}-]*)+$/;
const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** What is certainly of a format; not all that is. */
const certain: Readonly<Record<string, (value: string) => boolean>> = {
  "date-time": (value) =>
    isDate(value.slice(0, 10)) && /^t$/i.test(value.charAt(10)) && time.test(value.slice(11)),
  date: isDate,
  time: (value) => time.test(value),
  duration: (value) => /^PT\d+H$/.test(value),
  uuid: (value) => /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(value),
  email: (value) => email.test(value),
  "idn-email": (value) => email.test(value),
  uri: isAddress,
  url: isAddress,
  iri: isAddress,
  "uri-reference": (value) => isAddress(value) || /^\/[\w/?=-]*$/.test(value),
  "iri-reference": (value) => isAddress(value) || /^\/[\w/?=-]*$/.test(value),
  "uri-template": (value) => /^\/[\w/]*(\{\w+\})?$/.test(value),
  "json-pointer": (value) => pointers.test(value),
  "relative-json-pointer": (value) => /^\d(\/\w*)+$/.test(value),
  regex: (value) => matches(value, "") !== undefined,
  hostname: isHost,
  "idn-hostname": isHost,
  ipv4: (value) => /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/.test(value),
  ipv6: (value) => /^2001:db8::[\da-f]{1,4}$/.test(value),
  byte: (value) => /^([\w+/]{4})*([\w+/]{2}==|[\w+/]{3}=)?$/.test(value) && !value.includes("_"),
};

/** What is certainly not, is not possible. */
const possible: Readonly<Record<string, (value: string) => boolean>> = {
  ...Object.fromEntries(
    ["date-time", "date", "time", "uuid", "ipv4", "byte"].map((format) => [
      format,
      (value: string) => certain[format]?.(value) !== false,
    ]),
  ),
  duration: (value) => value.startsWith("P"),
  email: (value) => value.includes("@"),
  uri: (value) => value.includes(":"),
  url: (value) => value.includes(":"),
  iri: (value) => value.includes(":"),
  hostname: (value) => /^[\w.-]+$/.test(value),
  ipv6: (value) => value.includes(":"),
  "json-pointer": (value) => value === "" || value.startsWith("/"),
  "relative-json-pointer": (value) => /^\d/.test(value),
};

function isDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && new Date(value).toJSON()?.startsWith(value) === true;
}

function isAddress(value: string): boolean {
  return /^https?:\/\/[\w.-]+[\w./?=&-]*$/.test(value) && URL.canParse(value);
}

function isHost(value: string): boolean {
  return (
    value.length < 254 && /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i.test(value)
  );
}
