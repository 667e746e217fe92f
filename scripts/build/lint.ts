import path from "node:path";
import { buildAll } from "./build.ts";
import type { Readable } from "./examine.ts";
import type { GenerateOptions } from "./index.ts";
import { preload } from "./preload.ts";
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
  const declaring = new Set<string>();
  const { apis, problems, inputs } = await buildAll(options, async () => {
    preload(new URL("./examine.js", import.meta.url));
    const { readConfiguration } = await import("./specification/configuration.ts");
    const { examine } = await import("./examine.ts");
    const { asConfigured } = await import("./specification/weighed.ts");
    return {
      readConfiguration,
      compile: async (api) => {
        const onRead = ({ model }: Readable): void => {
          if (model.jobs.length > 0) declaring.add(api.name);
        };
        return { ...(await examine(api, { weigh: asConfigured, onRead })), files: new Map() };
      },
    };
  });
  const states = apis.map(({ name, state }) => ({ name, state }));
  const ok = !hasErrors(problems);
  // first things first: while there are errors, this is not brought up
  const roots = ok ? apis.filter(({ name }) => !declaring.has(name)) : [];
  const jobless = roots.flatMap(({ root = [] }) => root);
  return { apis: states, files: [], problems, changes: [], jobless, programs: [], inputs, ok };
}
