import { createRequire, Module } from "node:module";
import type * as TsMorph from "ts-morph";

// `import` would take half a second longer: Node looks through all of a compiler for the names that it exports
const require = createRequire(import.meta.url);

export const morph: typeof TsMorph = require("ts-morph");

/**
 * Loads something of a package that stands on TypeScript with the compiler that ts-morph brings: a second one would take
 * time to load and bring nothing new. Nobody else gets to see it in that place.
 */
export function withMorph<T>(name: string, load: (require: NodeJS.Require) => T): T {
  const requireThere = createRequire(require.resolve(name));
  const compiler = requireThere.resolve("typescript");
  const known = require.cache[compiler];
  require.cache[compiler] = Object.assign(new Module(compiler), { exports: morph.ts, loaded: true });
  try {
    return load(requireThere);
  } finally {
    if (known) require.cache[compiler] = known;
    else delete require.cache[compiler];
  }
}
