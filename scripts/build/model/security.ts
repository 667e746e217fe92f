import type { Credential } from "./credentials.ts";
import type { TokenModel } from "./model.ts";
import type { Operation, SecurityRequirement, SecurityScheme } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/**
 * Where the API takes its token: the first alternative that can be sent, of the API or else of an operation; where none
 * is asked for, the first scheme there is, or the credential that most operations take as a parameter.
 */
export function readToken(
  operations: readonly Operation[],
  credentials: readonly Credential[],
  reader: Reader,
): TokenModel | undefined {
  const { security = [] } = reader.document;
  const asked = [...security, ...operations.flatMap((operation) => operation.security ?? [])];
  const declared = Object.keys(reader.document.components?.securitySchemes ?? {}).map((name) => ({
    [name]: [],
  }));
  const alternatives = asked.length > 0 ? asked : declared;
  const schemes = alternatives.flatMap((alternative) => schemesOf(alternative, reader));
  const [token] = schemes.flatMap((scheme): readonly TokenModel[] => {
    const place = tokenPlaceOf(scheme);
    const { description } = scheme;
    return place ? [typeof description === "string" ? { ...place, description } : place] : [];
  });
  if (token === undefined && schemes.some((scheme) => scheme.in === "cookie")) {
    reader.warn(
      ["security"],
      "cookie-token",
      "A token in a cookie is not sent. Send it with `headers: { cookie: … }` of the client's options.",
    );
  }
  return token ?? mostTaken(credentials);
}

function mostTaken(credentials: readonly Credential[]): TokenModel | undefined {
  const [most] = credentials.toSorted((one, other) => other.count - one.count);
  if (most === undefined) return undefined;
  const { in: place, name, description } = most;
  const token = name.toLowerCase() === "authorization" ? authorization() : { in: place, name };
  return description === undefined ? token : { ...token, description };
}

/** Whether any of them, an operation or a whole document, asks for credentials. */
export function takesTokens(all: readonly Pick<Operation, "security">[]): boolean {
  return all.some(({ security = [] }) => security.some((alternative) => Object.keys(alternative).length > 0));
}

/** Alternatives that need several schemes at once are of use for the one of them that is a token. */
export function schemesOf(alternative: SecurityRequirement, reader: Reader): readonly SecurityScheme[] {
  const schemes = reader.document.components?.securitySchemes ?? {};
  return Object.keys(alternative).flatMap((name) => {
    const scheme = Object.hasOwn(schemes, name) ? reader.resolve(schemes[name]) : undefined;
    return scheme ? [scheme] : [];
  });
}

/** `undefined` for what is no token: a signature of the request, a certificate, a cookie. */
export function tokenPlaceOf({ type, scheme, in: place, name }: SecurityScheme): TokenModel | undefined {
  if (type === "oauth2" || type === "openIdConnect") return authorization("Bearer ");
  if (type === "http" && scheme?.toLowerCase() === "bearer") return authorization("Bearer ");
  if (type === "http" && scheme?.toLowerCase() === "basic") return authorization("Basic ");
  if (type === "apiKey" && name !== undefined && (place === "header" || place === "query")) {
    return { in: place, name };
  }
  return undefined;
}

/** A key is all of the header, in which services mostly want a word before it. */
export function isWholeHeader({ in: place, name, prefix }: TokenModel): boolean {
  return place === "header" && prefix === undefined && name.toLowerCase() === "authorization";
}

/** What is sent after `Basic` is a name and a secret, in base64. */
export function isNameAndSecret({ prefix = "" }: TokenModel): boolean {
  return /^basic\b/i.test(prefix);
}

function authorization(prefix?: string): TokenModel {
  return { in: "header", name: "Authorization", ...(prefix ? { prefix } : {}) };
}
