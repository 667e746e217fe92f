import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The generator's libraries, which who only imports a client does not need: optional peers of the package. */
const libraries = ["@redocly/openapi-core", "openapi-typescript"] as const;

/** Something has to be installed, or in another version. */
export class ToolsError extends Error {
  override readonly name = "ToolsError";
}

/** Loads what stands on the libraries; when that fails because of one, says in one line what to install. */
export async function withTools<T>(
  load: () => Promise<T>,
  from: string = folderOf(import.meta.url),
): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const advice = whatToInstall(from);
    if (advice !== undefined) throw new ToolsError(advice, { cause });
    throw cause;
  }
}

/** Manifests of everything whose version shows in what is generated or in what is refused. */
export function toolManifests(): readonly string[] {
  const here = folderOf(import.meta.url);
  return [...libraries, "typescript"].map((name) => manifestOf(name, here));
}

function whatToInstall(from: string): string | undefined {
  const missing = libraries.filter((name) => !fs.existsSync(manifestOf(name, from)));
  const compiler = typescriptFor(from);
  if (compiler !== undefined && compiler !== "5")
    return (
      `The generator needs TypeScript 5 and finds ${compiler}. What it generates compiles under both, so give it a ` +
      `folder of its own: npm install --prefix tools openapi-jobs ${libraries.map(wanted).join(" ")}; then call ` +
      "npx --prefix tools openapi-jobs"
    );
  const names = [...missing, ...(compiler === undefined ? ["typescript"] : [])];
  if (names.length === 0) return undefined;
  const list = [...missing.map(wanted), ...(compiler === undefined ? ["typescript@5"] : [])].join(" ");
  return `The generator needs ${names.join(", ")}. To install: npm install --save-dev ${list}`;
}

/** What to tell npm, so that it takes a version that fits. */
function wanted(name: string): string {
  return `${name}@${majorOf(ranges()[name] ?? "")}`;
}

/** The major version of the compiler that openapi-typescript finds, or would find. */
function typescriptFor(from: string): string | undefined {
  const user = path.dirname(manifestOf("openapi-typescript", from));
  // pnpm links packages, and puts what they need beside where they really are
  const manifest = manifestOf("typescript", fs.existsSync(user) ? fs.realpathSync(user) : from);
  if (!fs.existsSync(manifest)) return undefined;
  // every manifest has a version
  return majorOf((JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string }).version);
}

/** The package's own manifest says which versions fit. */
function ranges(): Readonly<Record<string, string>> {
  const manifest = createRequire(import.meta.url)("openapi-jobs/package.json") as {
    peerDependencies: Record<string, string>;
  };
  return manifest.peerDependencies;
}

function majorOf(version: string): string {
  return /\d+/.exec(version)?.[0] ?? "latest";
}

/** Where `node_modules` has the package's manifest; only its path if it is not installed. */
function manifestOf(name: string, from: string): string {
  const manifest = path.join(from, "node_modules", name, "package.json");
  const parent = path.dirname(from);
  return fs.existsSync(manifest) || parent === from ? manifest : manifestOf(name, parent);
}

function folderOf(url: string): string {
  return path.dirname(fileURLToPath(url));
}
