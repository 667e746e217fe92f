import type { Document } from "../model/openapi.ts";

/** The bundled document itself, for whoever wants to read the specification at run time. */
export function printDocument(document: Document, banner: string): string {
  return `${JSON.stringify({ "x-generated": banner, ...document }, undefined, 2)}\n`;
}
