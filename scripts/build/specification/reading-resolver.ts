import path from "node:path";
import type { Source } from "@redocly/openapi-core";
import { BaseResolver } from "@redocly/openapi-core";
import type { Hashes } from "../record/hash.ts";
import { hashFiles } from "../record/hash.ts";

/** Remembers what stood in files when it read them: they may be edited before the build is done. */
export class ReadingResolver extends BaseResolver {
  #read: Hashes = {};

  override async loadExternalRef(reference: string): Promise<Source> {
    if (path.isAbsolute(reference)) this.#read = { ...hashFiles([reference]), ...this.#read };
    return super.loadExternalRef(reference);
  }

  /** Every file and URL that was read or looked for. */
  inputs(): Hashes {
    const others = [...this.getFiles()].filter((file) => !Object.hasOwn(this.#read, file));
    return { ...this.#read, ...hashFiles(others) };
  }
}
