import { camelCase, isExportable } from "./identifier.ts";
import { singular } from "./tokens.ts";

interface Operation {
  readonly id: string | undefined;
  readonly method: string;
  readonly path: string;
}

/** Names that an API has already, as they are compared. */
export type Taken = Set<string>;

export function takenBy(operations: readonly Operation[]): Taken {
  return new Set(
    operations.flatMap(({ id }) => (id === undefined ? [] : [folded(id), folded(camelCase(id))])),
  );
}

/**
 * `retrieveFineTuningJob` asks about a `fineTuningJob`. What is a `job` or `jobs` and no more is called after its
 * `subject`.
 */
export function jobName(
  operation: Operation,
  words: readonly string[],
  taken: Taken,
  subject: readonly string[] = [],
): string {
  const asked = camelCase(withoutPath(operation).replace(asking, "").replace(askingAfter, ""));
  const own = withoutHow(asked, operation.path);
  const bySegments = camelCase(
    operation.path
      .replace(/\{[^}]*\}/g, " ")
      .split("/")
      .slice(-4)
      .map(singular)
      .join(" "),
  );
  const candidates = [own, camelCase(words.join(" ")), bySegments].filter(({ length }) => length > 1);
  const told = candidates.map((name) =>
    /^jobs?$/.test(name) ? camelCase([...subject, "job"].join(" ")) : name,
  );
  const tried = told.flatMap((name) => [name, /job$/i.test(name) ? `${name}Status` : `${name}Job`]);
  const free = tried.find((name) => isExportable(name) && !taken.has(folded(name)));
  const name = free ?? numbered(tried[0] ?? "job", taken);
  taken.add(folded(name));
  return name;
}

/** Some frameworks add path and method to a name: `get_render_renders__id__get` is `get_render` of `GET /renders/{id}`. */
function withoutPath({ id = "", method, path }: Operation): string {
  const added = `${path.replace(/\W/g, "_")}_${method}`;
  return folded(id).endsWith(folded(added)) ? id.slice(0, -added.length) : id;
}

/** What says only how it is asked is no part of a name: `taskById`, `batchesId` of `/batches/{id}`, `documentDetail`. */
function withoutHow(name: string, path: string): string {
  const ids = [...path.matchAll(/\{([^{}]*id)\}/gi)].map(([, parameter = ""]) => camelCase(parameter));
  const before = ids.find((id) => id !== "" && new RegExp(`^${id}[A-Z]`).test(name)) ?? "";
  const left = name
    .slice(before.length)
    .replace(/(?<=[a-z\d])(Find|Get)?By\w*(Id|Uuid|Identifier|Key|Name)$/, "")
    .replace(/(?<=[a-z\d])(Details?|Info|Route|Endpoint)$/, "")
    .replace(path.endsWith("}") ? /(?<=[a-z\d])Id$/ : "", "")
    .replace(/([a-z]{3,30})s\1$/i, "$1s");
  return isNoun(left) ? left.charAt(0).toLowerCase() + left.slice(1) : name;
}

function isNoun(left: string): boolean {
  return (
    left.length > 2 && !/^(get|find|show|list|all|one|full|current|latest|status|state|progress)$/i.test(left)
  );
}

/** For an operation without a name: `getJobsById` of `GET /jobs/{id}`. */
export function operationName({ method, path }: Operation, taken: Taken): string {
  const words = path.split("/").map((segment) => segment.replace(/\{([^}]*)\}/g, "by $1"));
  const name = camelCase([method.toLowerCase(), ...words].join(" ").replace(/[^A-Za-z0-9]+/g, " "));
  const free = taken.has(folded(name)) ? numbered(name, taken) : name;
  taken.add(folded(free));
  return free;
}

const verbs =
  "GET|[gG]et|[rR](etrieve|ead)|[fF](etch|ind)|[dD]escribe|[sS]how|[qQ]uery|[cC]heck|[pP]oll|[vV]iew";
const asking = new RegExp(`^(.*[/._-])?(${verbs})(?=[A-Z_/.\\s-])(?!By[A-Z])[-_\\s]?`);
const askingAfter =
  /[-_./:](get|retrieve|read|fetch|show)$|(Get|Retrieve|Read|Fetch|Show)$|[-_./]?([sS]tatus|[pP]rogress|[sS]tate)$/;

function numbered(name: string, taken: Taken): string {
  for (let number = 2; ; number++) if (!taken.has(folded(`${name}${number}`))) return `${name}${number}`;
}

function folded(name: string): string {
  return name.toLowerCase();
}
