import { readApi } from "../model/api.ts";
import type { ApiModel } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";
import type { ApiChanges, Change, Difference } from "./change.ts";
import { byImpact } from "./change.ts";
import { compareDocuments } from "./compare-documents.ts";
import { compareErrors } from "./compare-errors.ts";
import { compareJobs } from "./compare-jobs.ts";
import { compareLimits } from "./compare-limits.ts";
import { compareNames } from "./compare-names.ts";
import { comparePlaces } from "./compare-places.ts";
import { compareServers } from "./compare-servers.ts";
import { compareTokens, isOfTokens } from "./compare-tokens.ts";
import { withMoves } from "./move.ts";
import { hasMoved, operationPairs } from "./pairs.ts";
import { placeOf } from "./place.ts";
import { readersOf } from "./readers.ts";
import { redoclyDiff } from "./redocly-diff.ts";
import { toldAsStatus } from "./told-as-status.ts";

/** What was generated for an API before, and what is now: the texts of its bundled document. */
export interface Rewrite {
  readonly api: string;
  readonly before: string;
  readonly after: string;
}

/** What changed for callers; `undefined` when nothing did, or when what stood there before is not for us to read. */
export async function changesOf(
  { api, before, after }: Rewrite,
  folder: string,
): Promise<ApiChanges | undefined> {
  const old = read(before, api);
  const now = read(after, api);
  if (old === undefined || now === undefined) return undefined;
  const moves = operationPairs(old.model, now.model)
    .filter(hasMoved)
    .map(([{ pointer: from }, { pointer: to }]) => ({ from, to }));
  const [was, is] = withMoves(old.document, now.document, moves);
  const rated = await redoclyDiff(JSON.stringify(was), JSON.stringify(is), folder);
  const differences = rated ?? compareDocuments(was, is);
  const isTold = toldAsStatus(old, now);
  const tokens = compareTokens(old, now);
  const changes = [
    ...compareNames(old.model, now.model),
    ...comparePlaces(old.model, now.model),
    ...compareServers(old.model, now.model),
    ...tokens,
    ...compareErrors(old.model, now.model),
    ...compareLimits(old.model, now.model),
    ...compareJobs(old.model, now.model),
    ...differences
      .filter((each) => !isTold(each) && !(tokens.length > 0 && isOfTokens(each.pointer)))
      .map(changeIn(old, now)),
  ].sort(byImpact);
  const [greatest] = changes;
  if (greatest === undefined) return undefined;
  const ratedBy = rated === undefined ? "openapi-jobs" : "redocly diff";
  return { api, impact: greatest.impact, changes, ratedBy };
}

interface Version {
  readonly document: Document;
  readonly model: ApiModel;
}

function read(text: string, api: string): Version | undefined {
  try {
    // the build wrote it, unless a person has edited it: then the reading of it fails
    const { "x-generated": _, ...document } = JSON.parse(text) as Document & { "x-generated"?: unknown };
    return { document, model: readApi(document, api).model };
  } catch {
    return undefined;
  }
}

/** Says whom a difference between documents is about. */
function changeIn(old: Version, now: Version): (difference: Difference) => Change {
  const readers = [now, old].map(({ document, model }) => readersOf(document, model));
  return ({ impact, rule, message, pointer }) => {
    // what is gone has readers only in the old one
    const callers = readers.map((find) => find(pointer)).find((names) => names.length > 0) ?? [];
    const place = placeOf(pointer);
    return { impact, callers, message: place === "" ? message : `${place}: ${message}`, rule };
  };
}
