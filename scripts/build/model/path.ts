import type { OperationModel, ParameterGroup } from "./model.ts";

interface Path {
  /** The template, its parameters by the names that a caller gives. */
  readonly path: string;
  /** A value takes several steps of it: `{+name}`. */
  readonly hasSteps: boolean;
  /** What the key under `paths` says of the query: `/jobs?kind=export`. */
  readonly query: OperationModel["constants"];
}

/** Some specifications tell operations apart by more than a path can hold: a query, or a fragment that is never sent. */
export function readPath(written: string, groups: readonly ParameterGroup[]): Path {
  const [address = ""] = written.split("#");
  const [path = "", query = ""] = address.split(/\?(.*)/s);
  const inPath = groups.find(({ place }) => place === "path");
  const given = (real: string): string | undefined =>
    Object.entries(inPath?.realNames ?? {}).find(([, name]) => name === real)?.[0] ??
    inPath?.names.find((name) => name === real);
  const nameOf = (name: string): string =>
    given(name) ?? (name.startsWith("+") ? `+${given(name.slice(1)) ?? name.slice(1)}` : name);
  const variables = Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
  const declared = groups.flatMap((group) => (group.place === "query" ? group.names : []));
  return {
    path: path.replace(/\{([^{}]+)\}/g, (_, name: string) => `{${nameOf(name)}}`),
    hasSteps: variables.some((name) => name.startsWith("+") && given(name) === undefined),
    query: [...new URLSearchParams(query)]
      .filter(([name, value]) => !declared.includes(name) && !value.includes("{"))
      .map(([name, value]) => ({ place: "query", name, value })),
  };
}
