import type { OperationModel, ParameterGroup } from "./model.ts";

interface Path {
  /** The template, its parameters by the names that a caller gives. */
  readonly path: string;
  /** What the key under `paths` says of the query: `/jobs?kind=export`. */
  readonly query: OperationModel["constants"];
}

/** Some specifications tell operations apart by more than a path can hold: a query, or a fragment that is never sent. */
export function readPath(written: string, groups: readonly ParameterGroup[]): Path {
  const [address = ""] = written.split("#");
  const [path = "", query = ""] = address.split(/\?(.*)/s);
  const names = groups.find(({ place }) => place === "path")?.realNames ?? {};
  const given = (real: string): string =>
    Object.entries(names).find(([, name]) => name === real)?.[0] ?? real;
  const declared = groups.flatMap((group) => (group.place === "query" ? group.names : []));
  return {
    path: path.replace(/\{([^{}]+)\}/g, (_, name: string) => `{${given(name)}}`),
    query: [...new URLSearchParams(query)]
      .filter(([name, value]) => !declared.includes(name) && !value.includes("{"))
      .map(([name, value]) => ({ place: "query", name, value })),
  };
}
