import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unchecked } from "../build/emit/types-file.ts";
import { compile } from "./compilers.ts";
import { startPrinter } from "./printer.ts";
import { fromReadme, quiet } from "./readme.ts";
import { attempt, run } from "./run.ts";

export interface Newcomer {
  readonly tarball: string;
  /** An empty place for the project. */
  readonly folder: string;
  /** Where the compilers are installed. */
  readonly compilers: string;
  /** The root of this repository. */
  readonly root: string;
}

/**
 * Somebody with an API and an empty project, who follows the README's "Your own API" to the letter and otherwise does what
 * the command says.
 */
export async function newcomer({ tarball, folder, compilers, root }: Newcomer): Promise<void> {
  const printer = await startPrinter();
  try {
    mkdirSync(folder);
    const { configuration, specification, program } = fromReadme(root);
    write(folder, {
      "package.json": JSON.stringify({ name: "newcomer", private: true, type: "module" }),
      "redocly.yaml": configuration,
      "printer.yaml": specification.replace("https://api.printer.test", printer.url),
      "index.ts": program,
    });
    await run("npm", ["install", ...quiet, tarball], folder);
    await installWhatIsMissing(folder);
    await generates(folder);
    cpSync(join(root, "test/package/newcomer"), folder, { recursive: true });
    haveTypesChecked(folder);
    await compile(folder, compilers);
    await prints(folder, printer.requests);
    await lintsWithRedocly(folder, root);
  } finally {
    printer.close();
  }
}

/** What `npx openapi-jobs` runs. */
const direct = "node_modules/.bin/openapi-jobs";

/** The command itself says what it needs. */
async function installWhatIsMissing(folder: string): Promise<void> {
  const { code, out, err } = await attempt(direct, ["generate"], folder);
  const advice = /^The generator needs .* To install: npm (install --save-dev .+)$/m.exec(err)?.[1];
  if (code !== 2 || out !== "" || advice === undefined)
    throw new Error(`Without its libraries, the command ended with ${code} and said: ${out}${err}`);
  await run("npm", [...advice.split(" "), ...quiet], folder);
  console.log(`advises  npm ${advice}`);
}

async function generates(folder: string): Promise<void> {
  const command = ["--no-install", "openapi-jobs", "generate", "--program", "printer.ts"];
  const written = await run("npx", command, folder);
  const files = ["index.ts", "openapi.json", "types.ts"].map(
    (file) => `written    generated/printer/${file}\n`,
  );
  if (written !== files.join("")) throw new Error(`The command said: ${written}`);
  const checked = JSON.parse(await run(direct, ["generate", "--check", "--json"], folder));
  if (checked.ok !== true) throw new Error("What was generated is not as it should be.");
  console.log("generates a client and a first program, and finds them as they should be");
}

/** Types tell compilers not to check them again; `unchecked.ts` shows that each of the compilers heeds that. */
function haveTypesChecked(folder: string): void {
  const file = join(folder, "generated/printer/types.ts");
  const text = readFileSync(file, "utf8");
  if (!text.includes(unchecked)) throw new Error(`The types do not say: ${unchecked}`);
  writeFileSync(file, text.replace(unchecked, ""));
}

async function prints(folder: string, requests: readonly string[]): Promise<void> {
  const said = (await run(process.execPath, ["out-nodenext/index.js"], folder)).trim();
  const asked = requests.join(", ");
  if (said !== "pending 50\nsucceeded 100\n2 pages" || asked !== "POST /prints, GET /prints/7, GET /prints/7")
    throw new Error(`The newcomer's program said: ${said}\nafter ${asked}`);
  const offline = (await run(process.execPath, ["out-nodenext/offline.js"], folder)).trim();
  if (!offline.startsWith("pending ") || !offline.endsWith(mocked))
    throw new Error(`Without the service, it said: ${offline}`);
  const first = (await run(process.execPath, ["out-nodenext/printer.js"], folder)).trim();
  if (!/^pending [\s\S]*\nsucceeded 100\n\{ state: 'done', .*\}$/.test(first))
    throw new Error(`The first program said: ${first}`);
  console.log("runs     a job of the newcomer's own API");
}

/** How it ends what the README's program says that runs on the mock. */
const mocked = [
  "succeeded done 100",
  "JobFailedError: printer/print failed: The mock says: failed.",
  "PollTimeoutError printing",
].join("\n");

/** The plugin is there for other tools, too. */
async function lintsWithRedocly(folder: string, root: string): Promise<void> {
  const redocly = join(root, "node_modules/@redocly/cli/bin/cli.js");
  const words = [redocly, "lint", "faulty", "--config", "with-plugin.yaml", "--format", "json"];
  const { out } = await attempt(process.execPath, words, folder);
  const ours = await attempt(direct, ["lint", "--json", "--config", "with-plugin.yaml"], folder);
  const theirs: unknown = JSON.parse(out).problems.map((problem: { ruleId: string }) => problem.ruleId);
  const found = JSON.parse(ours.out).problems.map((problem: { rule?: string }) => problem.rule);
  if (String(theirs) !== "jobs/x-polling,jobs/starter" || String(found) !== String(theirs))
    throw new Error(`Redocly found ${String(theirs)}, and openapi-jobs lint ${String(found)}.`);
  console.log("lints    with redocly lint as with openapi-jobs lint");
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}
