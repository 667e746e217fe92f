import type { ApiModel, JobModel, OperationModel } from "../model/model.ts";

/** The same thing in the last build and in this one. */
export type Pair<T> = readonly [old: T, now: T];

/**
 * The operations that both have: those at the same place, those of which only the parameters in the path are called otherwise,
 * and those that have moved, which callers know by their ids.
 */
export function operationPairs(before: ApiModel, after: ApiModel): readonly Pair<OperationModel>[] {
  const pairs = new Map<OperationModel, OperationModel>();
  const found = new Set<OperationModel>();
  for (const key of [placeOf, addressOf, idOf]) {
    const old = byKey(
      before.operations.filter((each) => !found.has(each)),
      key,
    );
    const now = byKey(
      after.operations.filter((each) => !pairs.has(each)),
      key,
    );
    for (const [name, operation] of now) {
      const other = old.get(name);
      if (other === undefined) continue;
      pairs.set(operation, other);
      found.add(other);
    }
  }
  return after.operations.flatMap((now): readonly Pair<OperationModel>[] => {
    const old = pairs.get(now);
    return old ? [[old, now]] : [];
  });
}

/** By a key that no other of them has. */
function byKey(
  operations: readonly OperationModel[],
  key: (operation: OperationModel) => string,
): ReadonlyMap<string, OperationModel> {
  const found = new Map<string, OperationModel | undefined>();
  for (const each of operations) found.set(key(each), found.has(key(each)) ? undefined : each);
  return new Map([...found].flatMap(([name, each]) => (each ? [[name, each] as const] : [])));
}

function idOf({ id }: OperationModel): string {
  return id;
}

export function hasMoved([old, now]: Pair<OperationModel>): boolean {
  return placeOf(old) !== placeOf(now);
}

/** Tells whether an operation of the last build is one of this. */
export function sameOperation(
  before: ApiModel,
  after: ApiModel,
): (old: OperationModel, now: OperationModel) => boolean {
  const places = new Map(
    operationPairs(before, after).map(([old, now]) => [placeOf(old), placeOf(now)] as const),
  );
  return (old, now) => places.get(placeOf(old)) === placeOf(now);
}

/** The jobs that both have, by the operation that tells of them, or else by their names. */
export function jobPairs(before: ApiModel, after: ApiModel): readonly Pair<JobModel>[] {
  const isSame = sameOperation(before, after);
  const asked = before.jobs.flatMap((old) =>
    after.jobs.filter(({ ask }) => isSame(old.ask, ask)).map((job): Pair<JobModel> => [old, job]),
  );
  const paired = new Set(asked.flat());
  const named = before.jobs.flatMap((old) =>
    after.jobs.filter(({ name }) => name === old.name).map((job): Pair<JobModel> => [old, job]),
  );
  return [...asked, ...named.filter((pair) => !pair.some((job) => paired.has(job)))];
}

/** As the document writes it, with the query that may stand in its path, which tells two operations apart. */
export function placeOf({ method, pointer: [, path = ""] }: OperationModel): string {
  return `${method} ${path}`;
}

/** Its place, whatever the parameters in the path are called. */
export function addressOf(operation: OperationModel): string {
  return placeOf(operation).replace(inBraces, "");
}

/** What is called in braces, in the order of the path. */
export function namesIn(path: string): readonly string[] {
  return path.match(inBraces) ?? [];
}

/** `{id}`, and `{+path}` for several steps. */
const inBraces = /(?<=\{\+?)[^{}+]+(?=\})/g;
