import { locate, members } from "../../../src/sandbox/contract/pointer.ts";
import type { Operation } from "../document/operations.ts";
import type { Keywords, Way } from "../document/schema.ts";
import { keywords } from "../document/schema.ts";
import type { Known } from "./jobs.ts";

/** Where an operation is with these parameters, below the address of the API: `/jobs/7?verbose=true` */
export function addressed({ template }: Operation, known: readonly Known[]): string {
  const inPath: string[] = [];
  const values = new Map(
    known.flatMap(({ where, value }) => ("parameter" in where ? [[where.parameter, String(value)]] : [])),
  );
  const path = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    inPath.push(name);
    return encodeURIComponent(values.get(name) ?? "");
  });
  const query = new URLSearchParams([...values].filter(([name]) => !inPath.includes(name)));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The parameters that a URL has to give where a link is read off it: those in the path, and what else is required. */
export function inAddress(
  target: Operation,
  link: Keywords,
  document: unknown,
  make: (way: Way) => unknown,
): readonly Known[] {
  const given = members(link.parameters).map(([name]) => bare(name));
  return [target.way.slice(0, 2), target.way].flatMap((owner) =>
    members(locate(document, [...owner, "parameters"])?.value).flatMap(([index]) => {
      const way = [...owner, "parameters", index];
      const { name, in: where, required } = keywords(locate(document, way)?.value);
      if (given.includes(String(name)) || !(where === "path" || (where === "query" && required === true)))
        return [];
      return [{ where: { parameter: String(name) }, value: make([...way, "schema"]) }];
    }),
  );
}

/** A name may say where the parameter is. */
export function bare(name: string): string {
  return name.replace(/^(path|query|header)\./, "");
}
