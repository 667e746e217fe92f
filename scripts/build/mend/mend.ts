import { withSlashes } from "../../vocabulary/with-slash.ts";
import type { Document } from "../model/openapi.ts";
import type { Fault } from "../model/reader.ts";
import { mendCircles } from "./circles.ts";
import { mendDefinitions } from "./definitions.ts";
import { mendPaths } from "./paths.ts";
import { mendSchemas } from "./schemas.ts";
import { mendServers } from "./servers.ts";
import type { Node } from "./value.ts";
import { isNode, keepIf, keepNodes } from "./value.ts";

/**
 * A copy of a bundled document in which everything has the form that OpenAPI gives it, so that nobody behind this point
 * has to doubt it. What is malformed is left out; the linter has told of it. The warnings tell of the rest.
 */
export function mend(document: Document): {
  readonly document: Document;
  readonly warnings: readonly Fault[];
} {
  // it is printed as JSON, too; a structured clone would take twice as long, and what walks it afterwards longer
  const text = withSlashes(JSON.stringify(document));
  const copy: Document = JSON.parse(text);
  mendRoot(copy);
  if (text.includes('"#/$defs/')) mendDefinitions(copy);
  mendSchemas(copy);
  mendCircles(copy);
  return { document: copy, warnings: mendPaths(copy) };
}

function mendRoot(document: object): void {
  const root = document as Node; // a document is an object
  const title = isNode(root.info) ? root.info.title : undefined;
  root.info = { title: typeof title === "string" ? title : "" };
  mendServers(root);
  keepIf(root, "security", Array.isArray);
  if (Array.isArray(root.security)) root.security = root.security.filter(isNode);
  keepIf(root, "components", isNode);
  const { components } = root;
  if (!isNode(components)) return;
  for (const kind of Object.keys(components)) {
    // a schema may be a boolean, and what is an extension is somebody else's
    if (kind !== "schemas" && !kind.startsWith("x-")) keepNodes(components, kind);
  }
  for (const scheme of keepNodes(components, "securitySchemes")) {
    for (const key of ["type", "scheme", "in", "name"])
      keepIf(scheme, key, (value) => typeof value === "string");
  }
}
