import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { locate } from "../../../src/sandbox/contract/pointer.ts";
import { keywords, schemaAt } from "../document/schema.ts";
import type { Start } from "../document/starts.ts";
import type { Asked } from "../request/asked.ts";
import type { Pin } from "../sample/making.ts";
import { errorPlaces } from "./error-places.ts";
import { bodiesIn, nothingAt, pinsOf } from "./pins.ts";
import { spellings, storyOf } from "./story.ts";

type At = readonly string[];

/**
 * What the answer that starts a job says of it, where it has the job's status, at the same place as the answer to the question for
 * it or beside what is new with the job (`fresh`): that it is pending, and neither an error nor a result.
 */
export function beginningOf(
  { question }: Start,
  { operation }: Asked,
  document: unknown,
  { schema, fresh }: { readonly schema: Place | undefined; readonly fresh: readonly At[] },
): readonly Pin[] {
  const polling = keywords(locate(document, [...question.way, "x-polling"])?.value);
  const pending = storyOf(question, document)?.pending ?? [];
  const values = pending.flatMap(({ status }) => (status === undefined ? [] : spellings(status, polling)));
  const isThere = (at: At): boolean => schemaAt(schema, at, document) !== undefined;
  const isKept = (at: At): boolean => fresh.some((each) => at.every((key, index) => each[index] === key));
  const told = pinsOf("pending", polling, { question, document, progress: 0 });
  return bodiesIn(polling.status).flatMap((asked) => {
    const holder = asked.slice(0, -1);
    const name = asked.slice(-1);
    const places = [asked, ...fresh.map((at) => [...at.slice(0, -1), ...name])];
    const status = places.find((at) => values.length > 0 && !isKept(at) && isThere(at));
    if (status === undefined) return [];
    const below = told
      .filter(({ at }) => holder.every((key, index) => at[index] === key))
      .map((pin): Pin => ({ ...pin, at: [...status.slice(0, -1), ...pin.at.slice(holder.length)] }));
    const errors = errorPlaces(operation, document, { status: [status], told: [], kept: fresh }).map(
      nothingAt,
    );
    return [{ at: status, values }, ...[...below, ...errors].filter(({ at }) => isThere(at) && !isKept(at))];
  });
}
