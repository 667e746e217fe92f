import type { TokenModel } from "./model.ts";
import type { SecurityRequirement, SecurityScheme } from "./openapi.ts";
import type { Found } from "./operations.ts";
import type { Reader } from "./reader.ts";
import { schemesOf, tokenPlaceOf } from "./security.ts";

/** A client sends one token. Says where the API wants another, or one besides; the same want once. */
export function checkOtherTokens(
  operations: readonly Found[],
  token: TokenModel | undefined,
  reader: Reader,
): void {
  if (token === undefined) return;
  const owns = operations.flatMap(({ operation: { security }, pointer, model }): readonly Secured[] =>
    security === undefined ? [] : [{ security, pointer, of: `${model.method} ${pointer[1]}` }],
  );
  const all: readonly Secured[] = [
    { security: reader.document.security ?? [], pointer: [], of: undefined },
    ...owns,
  ];
  const wants = all.flatMap((secured) => wantOf(secured, token, reader) ?? []);
  const groups = new Map<string, Want[]>();
  for (const want of wants) {
    const key = JSON.stringify([want.isBesides, want.missing]);
    groups.set(key, [...(groups.get(key) ?? []), want]);
  }
  for (const [first, ...others] of groups.values()) {
    if (first) reader.warn(first.pointer, "other-token", messageFor(first, others.length, token));
  }
}

interface Secured {
  readonly security: readonly SecurityRequirement[];
  readonly pointer: readonly string[];
  /** The operation; none for what holds where nothing else is said. */
  readonly of: string | undefined;
}

interface Want {
  readonly of: string | undefined;
  readonly pointer: readonly string[];
  /** The token of the client is wanted as well. */
  readonly isBesides: boolean;
  readonly missing: readonly SecurityScheme[];
}

/** What is not sent although every alternative asks for something that is not; nothing where one needs no more. */
function wantOf({ security, pointer, of }: Secured, token: TokenModel, reader: Reader): Want | undefined {
  const alternatives = security.map((each, index): Want => {
    const schemes = schemesOf(each, reader);
    const missing = schemes.filter((scheme) => !isSent(scheme, token));
    const isBesides = schemes.some((scheme) => isSame(tokenPlaceOf(scheme), token));
    return { of, pointer: [...pointer, "security", String(index)], isBesides, missing };
  });
  if (alternatives.some(({ missing }) => missing.length === 0)) return undefined;
  return alternatives.find(({ isBesides }) => isBesides) ?? alternatives[0];
}

/** A signature or a certificate is no token, and whoever has one knows. */
function isSent(scheme: SecurityScheme, token: TokenModel): boolean {
  const place = tokenPlaceOf(scheme);
  return place === undefined ? scheme.in !== "cookie" : isSame(place, token);
}

/** Whatever is said of them. */
function isSame(one: TokenModel | undefined, other: TokenModel): boolean {
  return one?.in === other.in && one.name === other.name && one.prefix === other.prefix;
}

function messageFor({ of, isBesides, missing }: Want, others: number, token: TokenModel): string {
  const wanted = missing.map(placeInWords).join(" and ");
  const who = `${of ?? "The API"}${others > 0 ? `, as ${others} other${others > 1 ? "s do" : " does"},` : ""}`;
  const asks = `${who} wants ${wanted}${isBesides ? " besides the token" : ""}`;
  return `${asks}, and \`auth\` of a client is one token, sent as ${tokenInWords(token)}. ${adviceFor(missing, token)}`;
}

function adviceFor(missing: readonly SecurityScheme[], token: TokenModel): string {
  const places = missing.map((scheme) => tokenPlaceOf(scheme) ?? { in: "header" as const, name: "cookie" });
  if (places.some((place) => place.in === "query"))
    return "Add it in a `fetch` of your own among the client's options.";
  const headers = places.map(({ name }) => `${JSON.stringify(name)}: …`).join(", ");
  const isSame = places.some(({ name }) => token.in === "header" && sameHeader(name, token.name));
  return isSame
    ? `Call it with a client of its own, made with \`headers: { ${headers} }\` and without \`auth\`.`
    : `Send it with \`headers: { ${headers} }\` of the client's options.`;
}

function sameHeader(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function placeInWords(scheme: SecurityScheme): string {
  const place = tokenPlaceOf(scheme);
  return place === undefined ? `a cookie ${scheme.name ?? ""}`.trim() : tokenInWords(place);
}

/** "the header X-Key", "the header Authorization (Basic)", "the query parameter key" */
function tokenInWords({ in: place, name, prefix }: TokenModel): string {
  const kind = prefix === undefined ? "" : ` (${prefix.trim()})`;
  return `the ${place === "query" ? "query parameter" : "header"} ${name}${kind}`;
}
