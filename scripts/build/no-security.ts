import { valueAt } from "../vocabulary/pointer.ts";
import type { ApiModel } from "./model/model.ts";
import type { Document } from "./model/openapi.ts";
import type { Fault } from "./model/reader.ts";

/**
 * What is to be said of a document that says nothing of security: few services that have jobs do anything for anybody. One that
 * wants nothing says `security: []`.
 */
export function noSecurity(document: Document, { token, operations }: ApiModel): readonly Fault[] {
  const isSaid =
    token !== undefined ||
    document.security !== undefined ||
    document.components?.securitySchemes !== undefined ||
    operations.some(({ pointer }) => valueAt(document, [...pointer, "security"]) !== undefined);
  if (isSaid || operations.length === 0) return [];
  return [{ severity: "warning", pointer: ["paths"], code: "no-security", message }];
}

const message =
  "Nothing is said of security, so a client of this API takes no token as `auth`, and sends none. Say what it wants, in an overlay if need be: `- { target: $, update: { security: [{ token: [] }], components: { securitySchemes: { token: { type: http, scheme: bearer } } } } }`, or that it wants nothing: `- { target: $, update: { security: [] } }`.";
