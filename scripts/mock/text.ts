import { matching } from "./pattern.ts";
import type { Keywords } from "./schema.ts";

/** A text that a schema allows, if one is found; another one for each `nth`. `usual`: what it is if it may be anything. */
export function text(schema: Keywords, usual: string | undefined, nth: number): string {
  const { format, pattern, example, default: preset } = schema;
  const known = formats[String(format)]?.(nth);
  const shown = nth === 0 && usual === undefined ? [example, preset] : [];
  const plain = nth === 0 ? (usual ?? "text") : `${usual ?? "text"}-${nth}`;
  const made =
    typeof pattern === "string"
      ? [...(nth === 0 ? [example, preset, ...likely] : []), ...matching(pattern, nth)]
      : [];
  const wanted = [...shown, known, ...made, plain].filter((each) => typeof each === "string");
  return wanted.find((each) => allowsText(schema, each)) ?? known ?? fitted(schema, plain);
}

export function allowsText({ format, pattern, minLength, maxLength }: Keywords, value: string): boolean {
  const length = [...value].length;
  if (length < Number(minLength ?? 0) || length > Number(maxLength ?? Number.POSITIVE_INFINITY)) return false;
  if (typeof pattern === "string" && !matches(pattern, value)) return false;
  const known = formats[String(format)];
  // of the same form, down to the number of digits; whatever else is valid is not needed
  return known === undefined || shape(value) === shape(known(0)) || isFree(String(format), value);
}

/** As long as it has to be; its end tells it from others. */
function fitted({ minLength, maxLength }: Keywords, plain: string): string {
  const most = Number(maxLength ?? Number.POSITIVE_INFINITY);
  const cut = plain.length > most ? plain.slice(plain.length - most) : plain;
  return cut.padStart(Number(minLength ?? 0), "x");
}

const formats: Readonly<Record<string, (nth: number) => string>> = {
  "date-time": () => "2026-01-02T03:04:05Z",
  date: () => "2026-01-02",
  time: () => "03:04:05Z",
  duration: () => "PT1H",
  uuid: (nth) => `3fa85f64-5717-4562-b3fc-${(0x2c963f66afa6 + nth).toString(16)}`,
  email: () => "a.b+c@example.test",
  "idn-email": () => "a.b+c@example.test",
  uri: (nth) => `https://example.test/a?b=${nth === 0 ? "c" : nth}`,
  url: (nth) => `https://example.test/a?b=${nth === 0 ? "c" : nth}`,
  iri: () => "https://example.test/a?b=c",
  "uri-reference": () => "/a?b=c",
  "iri-reference": () => "/a?b=c",
  "uri-template": () => "/a/{b}",
  "json-pointer": () => "/a/b",
  "relative-json-pointer": () => "1/a",
  regex: () => "^a+$",
  hostname: () => "example.test",
  "idn-hostname": () => "example.test",
  ipv4: () => "192.0.2.1",
  ipv6: () => "2001:db8::1",
  byte: () => "dGV4dA==",
};

function shape(value: string): string {
  return value.replace(/[a-f\d]/gi, "0");
}

function isFree(format: string, value: string): boolean {
  if (format === "uri" || format === "url") return /^https?:\/\//.test(value) && URL.canParse(value);
  return format === "email" && /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(value);
}

/** Of a pattern, one of these is often one. */
const likely = [
  "text",
  "a",
  "A",
  "1",
  "abc123",
  "2026-01-02",
  "1.0",
  "a-b",
  "0".repeat(24),
  "a".repeat(32),
  "/a/b",
];

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return false;
  }
}
