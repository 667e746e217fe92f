import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { parseFragment } from "../../vocabulary/pointer.ts";
import type { Difference, Impact } from "./change.ts";

const execute = promisify(execFile);

/**
 * What `redocly diff` says of two documents; `undefined` where `@redocly/cli` is not installed, or too old to have it. Its
 * engine is in no library that could be imported, so it runs as a process: in a folder of its own, where no configuration
 * turns its rules off.
 */
export async function redoclyDiff(
  before: string,
  after: string,
  project: string,
): Promise<readonly Difference[] | undefined> {
  const cli = findCli(project);
  if (cli === undefined) return undefined;
  const folder = fs.mkdtempSync(path.join(tmpdir(), "openapi-jobs-"));
  try {
    fs.writeFileSync(path.join(folder, "before.json"), before);
    fs.writeFileSync(path.join(folder, "after.json"), after);
    const words = [cli, "diff", "before.json", "after.json", "--format", "json", "--fail-on", "none"];
    const { stdout } = await execute(process.execPath, words, {
      cwd: folder,
      env: { ...process.env, ...quiet },
      maxBuffer: 256 * 1024 * 1024,
      timeout: 60_000,
    });
    return differencesIn(JSON.parse(stdout));
  } catch {
    return undefined;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Nothing to be sent anywhere, and nothing to be announced. */
const quiet = {
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
};

function findCli(project: string): string | undefined {
  for (const from of [path.join(project, "package.json"), import.meta.url]) {
    try {
      return path.join(path.dirname(createRequire(from).resolve("@redocly/cli/package.json")), "bin/cli.js");
    } catch {
      // not from there
    }
  }
  return undefined;
}

/** What is used of its report, version 1. */
interface RedoclyReport {
  readonly changes: readonly RedoclyChange[];
}
interface RedoclyChange {
  readonly path: string;
  readonly typeName: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Impact;
  readonly verdicts: readonly {
    readonly ruleId: string;
    readonly impact: Impact;
    readonly message: string;
    readonly location: { readonly pointer: string };
  }[];
  readonly property?: string;
  readonly base?: { readonly value?: unknown };
  readonly revision?: { readonly value?: unknown };
}

function differencesIn({ changes }: RedoclyReport): readonly Difference[] {
  return changes.flatMap((change): readonly Difference[] => {
    const { path: where, typeName, kind, impact, verdicts, property } = change;
    const pointer = parseFragment(where);
    // of the banner, and of what is compared on the model
    if (
      pointer[0]?.startsWith("x-") ||
      property?.startsWith("x-") ||
      property === "operationId" ||
      pointer.some((token) => token === "x-polling" || token === "x-rate-limit") ||
      isOfServers(pointer)
    )
      return [];
    if (verdicts.length > 0)
      return verdicts.map(({ ruleId, impact, message, location }) => ({
        impact,
        rule: ruleId,
        message,
        pointer: holderOf(parseFragment(location.pointer), property),
        ...(property === "enum" ? { values: valuesOf(change, parseFragment(location.pointer)) } : {}),
      }));
    const message = `${subject(typeName, pointer, property)} was ${kind}.`;
    return [{ impact, rule: kind, message, pointer: kind === "modified" ? pointer : holderOf(pointer) }];
  });
}

function isOfServers([root, , third, fourth]: readonly string[]): boolean {
  return root === "servers" || (root === "paths" && (third === "servers" || fourth === "servers"));
}

/** What an enum has now and had not before, or the other way round. */
function valuesOf(
  { base, revision }: RedoclyChange,
  pointer: readonly string[],
): NonNullable<Difference["values"]> {
  const was: readonly unknown[] = Array.isArray(base?.value) ? base.value : [];
  const is: readonly unknown[] = Array.isArray(revision?.value) ? revision.value : [];
  const all = [...was.filter((value) => !is.includes(value)), ...is.filter((value) => !was.includes(value))];
  return { all, of: pointer.slice(0, pointer.lastIndexOf("enum")) };
}

/** Additions and changes that break nothing come without words. */
function subject(typeName: string, pointer: readonly string[], property: string | undefined): string {
  if (property !== undefined) return `\`${property}\``;
  const [root, path, method, ...rest] = pointer;
  // as Redocly itself calls one that is gone
  if (root === "paths" && method !== undefined && rest.length === 0 && typeName === "Operation")
    return `Operation \`${method.toUpperCase()} ${path}\``;
  const type = pointer.at(-2) === "properties" ? "Property" : typeName;
  return `${type} \`${pointer.at(-1) ?? ""}\``;
}

/** A message names what it is about itself, so the place is what that stands in. */
function holderOf(pointer: readonly string[], property?: string): readonly string[] {
  const own = property !== undefined && pointer.at(-1) === property ? pointer.slice(0, -1) : pointer;
  return own.at(-2) === "properties" ? own.slice(0, -2) : own;
}
