import fs from "node:fs";
import { writeAll } from "../output/write.ts";
import type { Problem } from "../problem.ts";
import type { Hashes } from "./hash.ts";
import { areSame } from "./hash.ts";

/**
 * What the last builds read and wrote, so that the next can tell whether there is anything to do. It stands in
 * `node_modules/.cache`: there is nothing to commit or to merge, and a fresh clone simply builds.
 */
export interface BuildRecord {
  /** A hash of everything about the build itself: its sources, its tools, its options. */
  readonly generator: string;
  readonly configuration: Hashes;
  /** All APIs of the configuration, in order. */
  readonly names: readonly string[];
  readonly apis: Readonly<Record<string, ApiRecord>>;
  /** Every file that a build has ever written here, as long as it is there. */
  readonly written: Hashes;
}

export interface ApiRecord {
  readonly inputs: Hashes;
  readonly outputs: Hashes;
  /** Warnings are to be seen each time. */
  readonly problems: readonly Problem[];
}

/** The record, if it was written by the same build for the same configuration. */
export function readRecord(file: string | undefined, generator: string): BuildRecord | undefined {
  const record = recordIn(file);
  return record?.generator === generator && areSame(record.configuration) ? record : undefined;
}

/** What builds have written, this one or another, for whatever configuration. */
export function readWritten(file: string | undefined): Hashes {
  return recordIn(file)?.written ?? {};
}

/** Only the build writes here; what it cannot read counts as no record. */
function recordIn(file: string | undefined): BuildRecord | undefined {
  if (file === undefined || !fs.existsSync(file)) return undefined;
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")) as BuildRecord;
  } catch {
    return undefined;
  }
}

export function writeRecord(file: string | undefined, record: BuildRecord): void {
  if (file !== undefined) writeAll([{ path: file, text: `${JSON.stringify(record, undefined, 1)}\n` }]);
}
