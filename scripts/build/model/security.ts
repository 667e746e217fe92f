import type { TokenModel } from "./model.ts";
import type { Document, Operation, SecurityRequirement, SecurityScheme } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/** Where the API takes its token: the first alternative that can be sent, of the API or else of an operation. */
export function readToken(operations: readonly Operation[], reader: Reader): TokenModel | undefined {
  const { security = [] } = reader.document;
  const alternatives = [...security, ...operations.flatMap((operation) => operation.security ?? [])];
  const schemes = alternatives.flatMap((alternative) => schemesOf(alternative, reader));
  const [token] = schemes.map(placeOf).filter((place) => place !== undefined);
  if (token === undefined && schemes.some((scheme) => scheme.in === "cookie")) {
    reader.fault(
      ["security"],
      "cookie-token",
      "A token in a cookie is not supported; it can stand in a header or in the query.",
    );
  }
  return token;
}

/** An operation that takes no token, in an API that has one elsewhere. */
export function isOpen(operation: Operation, document: Document, operations: readonly Operation[]): boolean {
  const { security = [] } = document;
  return (
    !isSecured(operation.security ?? security) &&
    [document, ...operations].some((each) => isSecured(each.security))
  );
}

function isSecured(security: readonly SecurityRequirement[] = []): boolean {
  return security.some((alternative) => Object.keys(alternative).length > 0);
}

/** Alternatives that need several schemes at once are of use for the one of them that is a token. */
function schemesOf(alternative: SecurityRequirement, reader: Reader): readonly SecurityScheme[] {
  const schemes = reader.document.components?.securitySchemes ?? {};
  return Object.keys(alternative).flatMap((name) => {
    const scheme = Object.hasOwn(schemes, name) ? reader.resolve(schemes[name]) : undefined;
    return scheme ? [scheme] : [];
  });
}

/** `undefined` for what is no token: a signature of the request, a certificate, a cookie. */
function placeOf({ type, scheme, in: place, name }: SecurityScheme): TokenModel | undefined {
  if (type === "oauth2" || type === "openIdConnect") return authorization("Bearer ");
  if (type === "http" && scheme?.toLowerCase() === "bearer") return authorization("Bearer ");
  if (type === "http" && scheme?.toLowerCase() === "basic") return authorization("Basic ");
  if (type === "apiKey" && name !== undefined && (place === "header" || place === "query")) {
    return { in: place, name };
  }
  return undefined;
}

function authorization(prefix: string): TokenModel {
  return { in: "header", name: "Authorization", prefix };
}
