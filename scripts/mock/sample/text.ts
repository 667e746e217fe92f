import type { Keywords } from "../document/schema.ts";
import { matching } from "./pattern.ts";

/** Texts that all of these schemas may allow, the likeliest first; others for another `nth`. `usual`: what it is if it may be
 * anything. Whoever takes one tries it first. */
export function texts(
  schemas: readonly Keywords[],
  usual: string | undefined,
  nth: number,
): readonly string[] {
  const known = schemas.flatMap(({ format }) => formats.get(String(format))?.(nth) ?? []);
  const patterns = schemas.flatMap(({ pattern }) => (typeof pattern === "string" ? pattern : []));
  const made = patterns.flatMap((pattern) => [...(nth === 0 ? likely : []), ...matching(pattern, nth)]);
  const plain = nth === 0 ? (usual ?? "text") : `${usual ?? "text"}-${nth}`;
  const padded = known.flatMap((each) => [fitted(schemas, each), each.padEnd(leastOf(schemas), "x")]);
  return [...known, ...made, plain, fitted(schemas, plain), ...padded];
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

const formats = new Map<string, (nth: number) => string>(
  Object.entries({
    "date-time": (nth: number) => `2026-01-02T03:04:${two(5 + (nth % 50))}Z`,
    date: (nth: number) => `2026-01-${two(2 + (nth % 27))}`,
    time: (nth: number) => `03:04:${two(5 + (nth % 50))}Z`,
    duration: (nth: number) => `PT${nth + 1}H`,
    uuid: (nth: number) => `3fa85f64-5717-4562-b3fc-${(0x2c963f66afa6 + nth).toString(16)}`,
    email: (nth: number) => `ab+c${nth || ""}@example.test`,
    "idn-email": (nth: number) => `ab+c${nth || ""}@example.test`,
    uri: (nth: number) => `https://example.test/a?b=${nth || "c"}`,
    url: (nth: number) => `https://example.test/a?b=${nth || "c"}`,
    iri: (nth: number) => `https://example.test/a?b=${nth || "c"}`,
    "uri-reference": (nth: number) => `/a?b=${nth || "c"}`,
    "iri-reference": (nth: number) => `/a?b=${nth || "c"}`,
    "uri-template": (nth: number) => `/a/{b${nth || ""}}`,
    "json-pointer": (nth: number) => `/a/b${nth || ""}`,
    "relative-json-pointer": (nth: number) => `${nth + 1}/a`,
    regex: (nth: number) => `^a${nth || ""}+$`,
    hostname: (nth: number) => `example${nth || ""}.test`,
    "idn-hostname": (nth: number) => `example${nth || ""}.test`,
    ipv4: (nth: number) => `192.0.2.${1 + (nth % 254)}`,
    ipv6: (nth: number) => `2001:db8::${1 + (nth % 9000)}`,
    byte: (nth: number) => (nth === 0 ? "dGV4dA==" : Buffer.from(`text-${nth}`).toString("base64")),
  }),
);

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Of a pattern, one of these is often one; short ones, for a pattern may take very long over a long text. */
const likely = ["text", "a", "A", "1", "abc123", "2026-01-02", "1.0", "a-b", "/a/b"];
