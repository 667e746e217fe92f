import module from "node:module";

/**
 * Has Node keep what it compiled of a linter and a compiler, in its usual place: ten small specifications take a fifth
 * less time. Nodes before 22.8 cannot, and do without.
 */
export function keepCompiled(): void {
  // not in the types of Node 20
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
}
