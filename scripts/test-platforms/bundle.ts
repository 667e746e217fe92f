import { build } from "esbuild";

/** A program as a bundler makes it for a browser, of the package as it is installed in `outside`. Fails on `node:` imports. */
export async function bundled(
  entry: string,
  outside: string,
  conditions: readonly string[] = [],
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    conditions: [...conditions],
    // the tarball and not the sources beside the program
    nodePaths: [`${outside}/node_modules`],
    tsconfigRaw: {},
    write: false,
    logLevel: "error",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} was bundled to nothing.`);
  return file.text;
}
