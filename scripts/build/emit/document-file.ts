import type { Document } from "../model/openapi.ts";

/** The bundled document itself, for whoever wants to read the specification at run time. */
export function printDocument(document: Document, banner: string): string {
  // whatever the document says there: by its banner the build knows the file again
  const marked: Record<string, unknown> = { "x-generated": "", ...document };
  marked["x-generated"] = banner;
  return `${JSON.stringify(marked, undefined, 2)}\n`;
}
