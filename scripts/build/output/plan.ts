import fs from "node:fs";
import path from "node:path";
import type { Hashes } from "../record/hash.ts";
import { areSame } from "../record/hash.ts";
import type { FileReport } from "../report.ts";
import { hasBanner } from "./banner.ts";
import { contentOf, isDraft, isLeftover, writeAll } from "./write.ts";

/** What has to happen for a folder to hold what it should. */
export interface Plan {
  /** Files to write, and why. */
  readonly writes: readonly Write[];
  readonly unchanged: readonly string[];
  /** Files that the build made once and makes no more, and that nobody has changed since. */
  readonly removals: readonly string[];
  /** Such files that somebody has changed, as far as is known. */
  readonly kept: readonly string[];
  /** What a build that was killed has left behind. */
  readonly leftovers: readonly string[];
}

interface Write {
  readonly path: string;
  readonly text: string;
  readonly isMissing: boolean;
  /** It is not as it was `written`: somebody has changed it. */
  readonly isEdited: boolean;
}

/** Compares texts with the files of these paths. */
export function planWrites(
  texts: ReadonlyMap<string, string>,
  written: Hashes,
): Pick<Plan, "writes" | "unchanged"> {
  const writes: Plan["writes"][number][] = [];
  const unchanged: string[] = [];
  for (const [file, text] of texts) {
    const current = readText(file);
    if (current === text) unchanged.push(file);
    else {
      const isMissing = current === undefined;
      const isEdited = !isMissing && Object.hasOwn(written, file) && !isAsWritten(file, written);
      writes.push({ path: file, text, isMissing, isEdited });
    }
  }
  return { writes, unchanged };
}

/**
 * Files in the folders of APIs that bear the build's banner, but are not among those that belong there. Only what is
 * still as it was `written` may go: the others may hold somebody's work.
 */
export function planRemovals(
  folders: readonly string[],
  belonging: ReadonlySet<string>,
  written: Hashes,
): Pick<Plan, "removals" | "kept" | "leftovers"> {
  const orphans = findOrphans(folders, belonging);
  const isUnchanged = (file: string): boolean => Object.hasOwn(written, file) && isAsWritten(file, written);
  return {
    removals: orphans.filter(isUnchanged),
    kept: orphans.filter((file) => !isUnchanged(file)),
    leftovers: folders.flatMap(filesIn).filter(isLeftover),
  };
}

function isAsWritten(file: string, written: Hashes): boolean {
  return areSame({ [file]: written[file] ?? null });
}

function findOrphans(folders: readonly string[], belonging: ReadonlySet<string>): readonly string[] {
  // where the case of a name does not matter, `API/index.ts` may be what is called `api/index.ts` here
  const names = new Set([...belonging].map((file) => file.toLowerCase()));
  const mayStay = (file: string): boolean => names.has(file.toLowerCase()) || isDraft(file);
  return folders.flatMap(filesIn).filter((file) => !mayStay(file) && hasBanner(readText(file) ?? ""));
}

/** Those of these folders that are links: what is written there would end up elsewhere. */
export function linksAmong(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink());
}

/** The files that stand where these folders should be, or on the way there. */
export function filesAmong(folders: readonly string[]): readonly string[] {
  return [...new Set(folders.flatMap((folder) => fileOnTheWayTo(folder) ?? []))];
}

function fileOnTheWayTo(folder: string): string | undefined {
  if (fs.existsSync(folder)) return fs.statSync(folder).isDirectory() ? undefined : folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : fileOnTheWayTo(parent);
}

/** The folders inside a folder. */
export function foldersIn(folder: string): readonly string[] {
  return entries(folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));
}

/** What a check says of the files. `isFresh`: nothing has changed since a file was written, so a person changed it. */
export function describePlan(plan: Plan, isFresh: (file: string) => boolean): readonly FileReport[] {
  return sorted([
    ...plan.writes.map(({ path, isMissing }): FileReport => {
      return { path, state: isMissing ? "missing" : isFresh(path) ? "edited" : "stale" };
    }),
    ...plan.unchanged.map((path): FileReport => ({ path, state: "unchanged" })),
    ...[...plan.removals, ...plan.kept].map((path): FileReport => ({ path, state: "orphaned" })),
  ]);
}

/** Does it. A file that need not change keeps its time of change. */
export function carryOut(plan: Plan): readonly FileReport[] {
  for (const file of plan.leftovers) remove(file);
  writeAll(plan.writes);
  for (const file of plan.removals) remove(file);
  return sorted([
    ...plan.writes.map(({ path, isEdited }): FileReport => {
      return { path, state: isEdited ? "restored" : "written" };
    }),
    ...plan.unchanged.map((path): FileReport => ({ path, state: "unchanged" })),
    ...plan.removals.map((path): FileReport => ({ path, state: "removed" })),
    ...plan.kept.map((path): FileReport => ({ path, state: "kept" })),
  ]);
}

/** And the folder with its last file. */
function remove(file: string): void {
  fs.rmSync(file);
  const folder = path.dirname(file);
  if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}

function sorted(files: readonly FileReport[]): readonly FileReport[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function readText(file: string): string | undefined {
  return contentOf(file)?.toString();
}

function filesIn(folder: string): readonly string[] {
  return entries(folder)
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(folder, entry.name));
}

function entries(folder: string): readonly fs.Dirent[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [];
}
