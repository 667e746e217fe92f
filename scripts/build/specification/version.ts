import type { Document } from "@redocly/openapi-core";
import { child } from "../../vocabulary/pointer.ts";
import type { Problem } from "../problem.ts";
import { problemAt, problemIn } from "./problems.ts";

/** What is to be said of a document that is no OpenAPI 3; nothing of one that is. */
export function refusal({ source, parsed }: Document): Problem | undefined {
  if (child(parsed, "swagger") !== undefined) {
    const name = source.absoluteRef.split(/[/\\]/).at(-1) ?? "";
    return problemAt(
      { source, pointer: "#/swagger" },
      "swagger-2",
      `This is Swagger 2. Convert it to OpenAPI 3 once, and list the outcome: npx swagger2openapi --anchors ${name} --outfile ${name.replace(/\.\w+$/, "")}.openapi.json.`,
    );
  }
  const version = child(parsed, "openapi");
  // 3.1 without quotes is a number
  const isText = typeof version === "string" || typeof version === "number";
  if (isText && /^3\.[012](\.|$)/.test(String(version))) return undefined;
  const message = "This is no OpenAPI document of version 3.0, 3.1 or 3.2.";
  return version === undefined
    ? problemIn(source.absoluteRef, "not-openapi-3", message)
    : problemAt({ source, pointer: "#/openapi" }, "not-openapi-3", message);
}
