import path from "node:path";
import type { BaseResolver, Config, Plugin } from "@redocly/openapi-core";
import { lintConfig, loadConfig } from "@redocly/openapi-core";
import { apiNameOf, isApiName } from "../../vocabulary/api-name.ts";
import { child, printPointer } from "../../vocabulary/pointer.ts";
import type { Problem } from "../problem.ts";
import { hasErrors } from "../problem.ts";
import type { Hashes } from "../record/hash.ts";
import { hashFiles } from "../record/hash.ts";
import { moduleFiles } from "../record/module-files.ts";
import { inItsPlace, inPlainWords, unknownRules } from "./configuration-faults.ts";
import type { Place } from "./problems.ts";
import { fromRedocly, fromThrown, problemAt, problemIn } from "./problems.ts";
import { ReadingResolver } from "./reading-resolver.ts";

/** One entry of `apis` in `redocly.yaml`. */
export interface ApiConfiguration {
  readonly name: string;
  /** Absolute path or URL. */
  readonly root: string;
  readonly overlays: readonly string[];
  /** The entry itself, to point at. */
  readonly place: Place;
  readonly rules: Config;
}

export interface Configuration {
  /** Those that can be looked at: the others are among the problems. */
  readonly apis: readonly ApiConfiguration[];
  readonly problems: readonly Problem[];
  /** Files that the configuration depends on, as they were read, those included that are not there. */
  readonly files: Hashes;
}

/** Reads `redocly.yaml`. The rules for `x-polling` and the like are always on, whether it names the plugin or not. */
export async function readConfiguration(file: string): Promise<Configuration> {
  const resolver = new ReadingResolver();
  try {
    const config = await load(file, resolver);
    const found = await lintConfig({ config });
    const faults = [
      ...fromRedocly(found.map((problem) => inPlainWords(problem, config))),
      ...unknownRules(config, ourRules(config)),
    ];
    const files = { ...resolver.inputs(), ...hashFiles([...optionalFiles(file), ...pluginFiles(config)]) };
    return {
      apis: hasErrors(faults) ? [] : apisOf(config, file).filter(({ name }) => isApiName(name)),
      problems: [...faults, ...(isListOfApis(config) ? [] : nameProblems(config, file))],
      files,
    };
  } catch (error) {
    const files = { ...hashFiles([file]), ...resolver.inputs() };
    const problem = fromThrown(error, file);
    const placed = problem.line === undefined ? await inItsPlace(problem, file) : problem;
    return { apis: [], problems: [placed], files };
  }
}

async function load(configPath: string, externalRefResolver: BaseResolver): Promise<Config> {
  const { default: jobs } = await import("../../plugin/index.ts");
  const plugin: Plugin = jobs();
  const config = await loadConfig({ configPath, externalRefResolver });
  const isThere = config.plugins.some(({ id }) => id === plugin.id);
  return isThere ? config : loadConfig({ configPath, externalRefResolver, plugins: [prefixed(plugin)] });
}

/** Redocly does this to the plugins that it loads itself. */
function prefixed(plugin: Plugin): Plugin {
  const rules = Object.entries(plugin.rules?.oas3 ?? {});
  const preprocessors = Object.entries(plugin.preprocessors?.oas3 ?? {});
  return {
    ...plugin,
    rules: { oas3: Object.fromEntries(rules.map(([name, rule]) => [`${plugin.id}/${name}`, rule])) },
    preprocessors: {
      oas3: Object.fromEntries(preprocessors.map(([name, rule]) => [`${plugin.id}/${name}`, rule])),
    },
  };
}

function apisOf(config: Config, file: string): readonly ApiConfiguration[] {
  const folder = path.dirname(file);
  const absolute = (reference: string): string =>
    /^https?:\/\//.test(reference) ? reference : path.resolve(folder, reference);
  return Object.entries(config.resolvedConfig.apis ?? {}).map(([name, { root, overlays = [] }]) => ({
    name,
    root: absolute(root),
    overlays: overlays.map(absolute),
    place: entryPlace(config, name, "root"),
    rules: withVocabulary(config.forAlias(name)),
  }));
}

function nameProblems(config: Config, file: string): readonly Problem[] {
  const names = Object.keys(config.resolvedConfig.apis ?? {});
  if (names.length === 0) {
    const message = "There is no API: list at least one under apis.";
    const isEmpty = child(config.document?.parsed, "apis") !== undefined;
    return [
      isEmpty
        ? problemAt({ ...entryPlace(config), onKey: true }, "no-api", message)
        : problemIn(file, "no-api", message),
    ];
  }
  return names
    .filter((name) => !isApiName(name))
    .map((name) => ({
      ...problemAt(
        { ...entryPlace(config, name), onKey: true },
        "bad-api-name",
        `${JSON.stringify(name)} cannot name an API: use small letters, digits and single hyphens, such as my-api.`,
      ),
      suggest: [apiNameOf(name)],
    }));
}

function entryPlace(config: Config, ...keys: readonly string[]): Place {
  if (config.document === undefined) throw new Error("The configuration was loaded from a file.");
  return { source: config.document.source, pointer: `#${printPointer(["apis", ...keys])}` };
}

/** That has been said. */
function isListOfApis({ document }: Config): boolean {
  return Array.isArray(child(document?.parsed, "apis"));
}

function ourRules({ plugins }: Config): readonly string[] {
  return plugins.filter(({ id }) => id === "jobs").flatMap(({ rules }) => Object.keys(rules?.oas3 ?? {}));
}

/** A document that these rules have not seen would not be fit to be generated. */
function withVocabulary(config: Config): Config {
  const plugin = config.plugins.find(({ id }) => id === "jobs");
  const { rules, preprocessors } = plugin?.configs?.recommended ?? {};
  for (const version of ["oas3_0", "oas3_1", "oas3_2"] as const) {
    config.rules[version] = { ...rules, "jobs/references": "error", ...config.rules[version] };
    config.preprocessors[version] = { ...preprocessors, ...config.preprocessors[version] };
  }
  return config;
}

/** Redocly looks for these beside the configuration without being told. */
function optionalFiles(file: string): readonly string[] {
  const names = [".redocly.lint-ignore.yaml", "plugin.js", "plugin.cjs", "plugin.mjs"];
  return names.map((name) => path.join(path.dirname(file), name));
}

function pluginFiles(config: Config): readonly string[] {
  return config.plugins.flatMap(({ absolutePath }) =>
    absolutePath === undefined ? [] : moduleFiles(absolutePath),
  );
}
