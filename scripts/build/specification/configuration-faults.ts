import type { Config, NormalizedProblem } from "@redocly/openapi-core";
import { BaseResolver } from "@redocly/openapi-core";
import { nearest } from "../../vocabulary/nearest.ts";
import { child, parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";
import type { Problem } from "../problem.ts";
import { problemAt } from "./problems.ts";

/** Redocly knows nothing of the names of rules that a plugin brings, and so would pass over a misspelt one of ours. */
export function unknownRules(config: Config, known: readonly string[]): readonly Problem[] {
  const { document } = config;
  const root: unknown = document?.parsed;
  const apis = Object.keys(child(root, "apis") ?? {}).map((name) => ["apis", name]);
  if (document === undefined) return [];
  const lists = [[], ...apis].flatMap((way) =>
    Object.keys(valueAt(root, way) ?? {})
      .filter((key) => /^(oas\d_\dR|r)ules$/.test(key))
      .map((key) => [...way, key]),
  );
  return lists.flatMap((list) =>
    Object.keys(valueAt(root, list) ?? {})
      .filter((name) => name.startsWith("jobs/") && !known.includes(name))
      .map((name) => {
        const pointer = `#${printPointer([...list, name])}`;
        const near = nearest(name, known);
        const message = `There is no rule ${name}; there are ${known.join(", ")}.`;
        const problem = problemAt({ source: document.source, pointer, onKey: true }, "unknown-rule", message);
        return { ...problem, suggest: near === undefined ? [] : [near] };
      }),
  );
}

/** What Redocly says of the form of the configuration, with what to write. */
export function inPlainWords(problem: NormalizedProblem, { document }: Config): NormalizedProblem {
  const way = parseFragment(problem.location[0]?.pointer ?? "");
  const value = valueAt(document?.parsed, way);
  if (way.join() === "apis" && (typeof value !== "object" || Array.isArray(value)))
    return { ...problem, message: "`apis` has a key for each API. Write `my-api: { root: openapi.yaml }`." };
  if (way.length === 2 && way[0] === "apis" && typeof value === "string")
    return { ...problem, message: `An API has keys of its own. Write \`${way[1]}: { root: ${value} }\`.` };
  return withoutFarFetched(problem);
}

/** `seo` and `logo` for `out` help nobody. */
function withoutFarFetched(problem: NormalizedProblem): NormalizedProblem {
  const written = /`([^`]*)`/.exec(problem.message)?.[1] ?? "";
  const advice = /^out(put)?(dir|folder)?$/i.test(written)
    ? " The output folder is said to the command: `openapi-jobs generate --out FOLDER`."
    : "";
  const suggest = problem.suggest.filter((each) => nearest(written, [each]) !== undefined);
  return { ...problem, message: problem.message + advice, suggest };
}

/** What Redocly throws at, and says too little of: with its place, where one can be found. */
export async function inItsPlace(problem: Problem, file: string): Promise<Problem> {
  const document = await new BaseResolver().resolveDocument(null, file, true).catch(() => undefined);
  if (document === undefined || document instanceof Error) return problem;
  const { source, parsed } = document;
  const apis = Object.entries(child(parsed, "apis") ?? {});
  const empty = apis.find(([, api]) => api === null);
  if (empty !== undefined) {
    const place = { source, pointer: `#${printPointer(["apis", empty[0]])}`, onKey: true };
    const advice = "Write `root:`, with the document, further in than its name.";
    return problemAt(place, "cannot-be-read", `Nothing stands below \`${empty[0]}\`. ${advice}`);
  }
  const pointer = mention(
    parsed,
    apis.map(([name]) => name),
    problem.message,
  );
  return pointer === undefined ? problem : problemAt({ source, pointer }, "cannot-be-read", problem.message);
}

/** A plugin or a set of rules that is not found is known by what it is called. */
function mention(root: unknown, apis: readonly string[], message: string): string | undefined {
  const lists = [["plugins"], ["extends"], ...apis.map((api) => ["apis", api, "extends"])];
  const ways = lists.flatMap((list) => {
    const items = valueAt(root, list);
    return Array.isArray(items)
      ? items.map((item: unknown, index) => ({ item, way: [...list, String(index)] }))
      : [];
  });
  const found = ways.find(({ item }) => typeof item === "string" && item !== "" && message.includes(item));
  return found && `#${printPointer(found.way)}`;
}
