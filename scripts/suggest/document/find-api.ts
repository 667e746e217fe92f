import fs from "node:fs";
import path from "node:path";
import { readConfiguration } from "../../build/specification/configuration.ts";

export interface ApiToSuggest {
  /** Its name in `redocly.yaml`; it has none where it is not there. */
  readonly name?: string;
  /** A path, or a URL. */
  readonly root: string;
  readonly overlays: readonly string[];
}

/** The API in `redocly.yaml` that is called so or has this document; else the document as it is. */
export async function findApi(spec: string, folder: string): Promise<ApiToSuggest> {
  const root = /^https?:\/\//.test(spec) ? spec : path.resolve(folder, spec);
  const configuration = path.join(folder, "redocly.yaml");
  const { apis } = fs.existsSync(configuration) ? await readConfiguration(configuration) : { apis: [] };
  const known = apis.find((api) => api.name === spec || api.root === root);
  return known ?? { root, overlays: [] };
}
