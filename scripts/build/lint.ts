import path from "node:path";
import { buildAll } from "./build.ts";
import type { GenerateOptions } from "./index.ts";
import { hasErrors } from "./problem.ts";
import type { Report } from "./report.ts";

/**
 * Everything that a build would refuse or warn of, as grave as `redocly.yaml` has it; loads no compiler and writes
 * nothing.
 */
export async function lint({
  configuration,
  only,
  onApi,
}: Pick<GenerateOptions, "configuration" | "only" | "onApi">): Promise<Report> {
  const options = { configuration: path.resolve(configuration), runtime: "", only, record: undefined, onApi };
  const { apis, problems, inputs } = await buildAll(options, async () => {
    const { readConfiguration } = await import("./specification/configuration.ts");
    const { examine } = await import("./examine.ts");
    const { asConfigured } = await import("./specification/weighed.ts");
    return {
      readConfiguration,
      compile: async (api) => ({ ...(await examine(api, { weigh: asConfigured })), files: new Map() }),
    };
  });
  const states = apis.map(({ name, state }) => ({ name, state }));
  return { apis: states, files: [], problems, changes: [], jobless: [], inputs, ok: !hasErrors(problems) };
}
