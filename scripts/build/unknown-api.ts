import fs from "node:fs";
import path from "node:path";
import { apiNameOf } from "../vocabulary/api-name.ts";
import { nearest } from "../vocabulary/nearest.ts";
import type { Problem } from "./problem.ts";

interface Known {
  readonly name: string;
  /** The document; absent while nobody has read the configuration. */
  readonly root?: string;
}

/** The command names an API that the configuration does not have, or a file in the place of one. */
export function unknownApi(name: string, apis: readonly Known[], configuration: string): Problem {
  const names = apis.map((api) => api.name);
  const there = `There is no API ${/\S/.test(name) ? name : JSON.stringify(name)} under apis; there ${names.length > 1 ? "are" : "is only"} ${names.join(", ")}.`;
  const place = { file: configuration, frame: "" };
  const problem = { severity: "error", code: "unknown-api", ...place } as const;
  if (!/\.(ya?ml|json)$/i.test(name)) {
    const meant = nearest(name, names);
    return { ...problem, message: there, suggest: meant ? [meant] : [] };
  }
  const root = path.resolve(path.dirname(configuration), name);
  const meant = apis.filter((api) => api.root === root).map((api) => api.name);
  const message = `${there} Here go names of APIs, not files.`;
  if (meant.length > 0 || !fs.existsSync(root)) return { ...problem, message, suggest: meant };
  const entry = `${apiNameOf(path.basename(name))}: { root: ${name} }`;
  return { ...problem, message: `${message} To add the file, write \`${entry}\` there.`, suggest: [] };
}
