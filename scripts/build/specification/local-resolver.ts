import fs from "node:fs";
import path from "node:path";
import type { Config, Document } from "@redocly/openapi-core";
import { ResolveError, Source } from "@redocly/openapi-core";
import { checkAliases } from "./aliases.ts";
import { isObject } from "./is-object.ts";
import { jsonSyntax } from "./json-syntax.ts";
import { parseJson } from "./json-text.ts";
import type { Line } from "./outdented.ts";
import { readOutdented } from "./outdented.ts";
import { ReadingResolver } from "./reading-resolver.ts";
import { yamlSyntax } from "./yaml-syntax.ts";

export interface LocalResolverOptions {
  readonly config?: Config["resolve"];
  /** A `$ref` may lead to files below these folders. Default: anywhere. */
  readonly folders?: readonly string[];
  /** Files that a person named, wherever they are. */
  readonly named?: readonly string[];
}

/**
 * Reads files, and nothing from the network: a build gives the same everywhere, and asks nobody. Nor does it read what a
 * specification has no business with, lest a secret of this machine end up in what is generated.
 */
export class LocalResolver extends ReadingResolver {
  readonly #folders: readonly string[] | undefined;
  readonly #named: readonly string[];
  /** Lines of what was read that should be indented further, and do no harm. */
  readonly outdented: Line[] = [];

  constructor({ config, folders, named = [] }: LocalResolverOptions = {}) {
    super(config);
    this.#folders = folders;
    this.#named = named;
  }

  override async loadExternalRef(reference: string): Promise<Source> {
    if (/^https?:/i.test(reference)) {
      const message =
        "is not fetched: the build reads files only. Save it beside the specification and refer to that";
      throw new ResolveError(new Error(`${reference} ${message}`));
    }
    if (!this.#named.includes(reference) && this.#folders?.every((folder) => !isBelow(reference, folder)))
      throw new ResolveError(new Error(`${reference} ${outside} ${this.#folders.join(" and ")}`));
    return super.loadExternalRef(reference);
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const json = source.absoluteRef.endsWith(".json") ? parseJson(source.body) : undefined;
    if (json !== undefined) {
      // it keeps what it gets first
      source.getAst(jsonSyntax);
      return { source, parsed: json };
    }
    const { outcome: document, lines } = readOutdented(source, (each) => super.parseDocument(each, isRoot));
    this.outdented.push(...lines.map((line) => ({ source, line })));
    checkAliases(document);
    return isObject(document.parsed) ? { ...document, source: new YamlSource(document.source) } : document;
  }
}

/** A file that was found to be sound YAML. */
class YamlSource extends Source {
  constructor({ absoluteRef, body, mimeType }: Source) {
    super(absoluteRef, body, mimeType);
  }

  override getAst(parse: Parameters<Source["getAst"]>[0]): ReturnType<Source["getAst"]> {
    return super.getAst((text, options) => yamlSyntax(text, (part) => parse(part, options)));
  }
}

/** How a refusal is known again in what Redocly makes of it. */
export const outside =
  "lies outside of the project, and a `$ref` may lead to files below these folders only:";

/** Wherever symbolic links lead. */
function isBelow(file: string, folder: string): boolean {
  const way = path.relative(real(folder), real(file));
  return !path.isAbsolute(way) && way.split(path.sep)[0] !== "..";
}

function real(file: string): string {
  return fs.existsSync(file) ? fs.realpathSync(file) : file;
}
