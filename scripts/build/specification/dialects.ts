import type { BaseResolver, Config } from "@redocly/openapi-core";

/**
 * The rules as the configuration has them if a file that was read so far may have something in a neighbour's dialect, and
 * else without the one that reads dialects: any preprocessor makes Redocly follow every `$ref` once more, which is a third
 * of the time that linting takes.
 */
export async function rulesFor(resolver: BaseResolver, rules: Config): Promise<Config> {
  // what cannot be read is among them
  const read = await Promise.allSettled(resolver.cache.values());
  const texts = read.flatMap((each) =>
    each.status === "fulfilled" && "source" in each.value ? [each.value.source?.body ?? ""] : [],
  );
  return texts.some((text) => mayHaveDialect.test(text)) ? rules : withoutDialects(rules);
}

const mayHaveDialect = /x-(?:speakeasy|ms-long-running|aep)-/;

/** The rules without the preprocessor that reads dialects. */
export function withoutDialects(rules: Config): Config {
  const copy: Config = Object.assign(Object.create(Object.getPrototypeOf(rules)), rules);
  copy.preprocessors = { ...rules.preprocessors };
  for (const version of ["oas3_0", "oas3_1", "oas3_2"] as const)
    copy.preprocessors[version] = { ...rules.preprocessors[version], "jobs/dialects": "off" };
  return copy;
}

/** Whether bundling does more than to put things elsewhere. */
export function changesDocuments({ decorators, preprocessors }: Config): boolean {
  const changes = [...Object.values(decorators), ...Object.values(preprocessors)];
  return changes.some((of) => Object.values(of).some((setting) => setting !== "off"));
}
