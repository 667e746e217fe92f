import type { Rigor } from "./fault.ts";
import { matches, matching } from "./pattern.ts";
import type { Keywords } from "./schema.ts";

/** Texts that all of these schemas may allow, the likeliest first; others for another `nth`. `usual`: what it is if it may be
 * anything. Whoever takes one tries it first. */
export function texts(
  schemas: readonly Keywords[],
  usual: string | undefined,
  nth: number,
): readonly string[] {
  const known = schemas.flatMap(({ format }) => formats[String(format)]?.(nth) ?? []);
  const patterns = schemas.flatMap(({ pattern }) => (typeof pattern === "string" ? pattern : []));
  const made = patterns.flatMap((pattern) => [...(nth === 0 ? likely : []), ...matching(pattern, nth)]);
  const plain = nth === 0 ? (usual ?? "text") : `${usual ?? "text"}-${nth}`;
  const padded = known.flatMap((each) => [fitted(schemas, each), each.padEnd(leastOf(schemas), "x")]);
  return [...known, ...made, plain, fitted(schemas, plain), ...padded];
}

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
  const isFormatted = rigor === "trusting" || known[String(format)]?.(value) !== false;
  return isFormatted ? undefined : `is no ${format}`;
}

/** As long as it has to be; its end tells it from others. */
function fitted(schemas: readonly Keywords[], plain: string): string {
  const most = Math.min(...schemas.map(({ maxLength }) => Number(maxLength ?? Number.POSITIVE_INFINITY)));
  const cut = plain.length > most ? plain.slice(plain.length - most) : plain;
  return cut.padStart(leastOf(schemas), "x");
}

/** Nobody needs a text of a gigabyte. */
function leastOf(schemas: readonly Keywords[]): number {
  return Math.min(100_000, Math.max(0, ...schemas.map(({ minLength }) => Number(minLength ?? 0))));
}

const formats: Readonly<Record<string, (nth: number) => string>> = {
  "date-time": (nth) => `2026-01-02T03:04:${two(5 + (nth % 50))}Z`,
  date: (nth) => `2026-01-${two(2 + (nth % 27))}`,
  time: (nth) => `03:04:${two(5 + (nth % 50))}Z`,
  duration: (nth) => `PT${nth + 1}H`,
  uuid: (nth) => `3fa85f64-5717-4562-b3fc-${(0x2c963f66afa6 + nth).toString(16)}`,
  email: (nth) => `a.b+c${nth || ""}@example.test`,
  "idn-email": (nth) => `a.b+c${nth || ""}@example.test`,
  uri: (nth) => `https://example.test/a?b=${nth || "c"}`,
  url: (nth) => `https://example.test/a?b=${nth || "c"}`,
  iri: (nth) => `https://example.test/a?b=${nth || "c"}`,
  "uri-reference": (nth) => `/a?b=${nth || "c"}`,
  "iri-reference": (nth) => `/a?b=${nth || "c"}`,
  "uri-template": (nth) => `/a/{b${nth || ""}}`,
  "json-pointer": (nth) => `/a/b${nth || ""}`,
  "relative-json-pointer": (nth) => `${nth + 1}/a`,
  regex: (nth) => `^a${nth || ""}+$`,
  hostname: (nth) => `example${nth || ""}.test`,
  "idn-hostname": (nth) => `example${nth || ""}.test`,
  ipv4: (nth) => `192.0.2.${1 + (nth % 254)}`,
  ipv6: (nth) => `2001:db8::${1 + (nth % 9000)}`,
  byte: (nth) => (nth === 0 ? "dGV4dA==" : Buffer.from(`text-${nth}`).toString("base64")),
};

function two(number: number): string {
  return String(number).padStart(2, "0");
}

const email = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;
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

/** Of a pattern, one of these is often one; short ones, for a pattern may take very long over a long text. */
const likely = ["text", "a", "A", "1", "abc123", "2026-01-02", "1.0", "a-b", "/a/b"];
