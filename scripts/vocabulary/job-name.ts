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
  const own = camelCase(withoutPath(operation).replace(asking, "").replace(askingAfter, ""));
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

/** For an operation without a name: `getJobsById` of `GET /jobs/{id}`. */
export function operationName({ method, path }: Operation, taken: Taken): string {
  const words = path.split("/").map((segment) => segment.replace(/\{([^}]*)\}/g, "by $1"));
  const name = camelCase([method.toLowerCase(), ...words].join(" ").replace(/[^A-Za-z0-9]+/g, " "));
  const free = taken.has(folded(name)) ? numbered(name, taken) : name;
  taken.add(folded(free));
  return free;
}

const verbs = "[gG]et|[rR](etrieve|ead)|[fF](etch|ind)|[dD]escribe|[sS]how|[qQ]uery|[cC]heck|[pP]oll|[vV]iew";
const asking = new RegExp(`^(.*[/._-])?(${verbs})(?=[A-Z_/.-])(?!By[A-Z])[-_]?`);
const askingAfter =
  /[-_./](get|retrieve|read|fetch|show)$|(Get|Retrieve|Read|Fetch|Show)$|[-_./]?([sS]tatus|[pP]rogress|[sS]tate)$/;

function numbered(name: string, taken: Taken): string {
  for (let number = 2; ; number++) if (!taken.has(folded(`${name}${number}`))) return `${name}${number}`;
}

function folded(name: string): string {
  return name.toLowerCase();
}
