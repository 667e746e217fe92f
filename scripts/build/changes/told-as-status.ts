import { child, parseFragment, printPointer, valueAt } from "../../vocabulary/pointer.ts";
import type { ApiModel, JobModel } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";
import type { Difference } from "./change.ts";
import { changedStatuses } from "./compare-jobs.ts";
import { jobPairs } from "./pairs.ts";

interface Version {
  readonly document: Document;
  readonly model: ApiModel;
}

/**
 * Finds the differences of which the jobs tell already: that the enum of a status gained or lost values. By the rules for
 * documents any new value of an answer breaks callers; of a status it is said what it counts as, and callers get it as that.
 */
export function toldAsStatus(before: Version, after: Version): (difference: Difference) => boolean {
  const told = jobPairs(before.model, after.model).map(([old, job]) => ({
    fold: job.status.fold,
    values: new Set<unknown>(changedStatuses(old, job).map(({ value }) => value)),
    places: new Set([...statusPlaces(before.document, old), ...statusPlaces(after.document, job)]),
  }));
  return ({ impact, rule, values }) => {
    // of what goes in, callers have to know
    const isOfAnswer =
      (rule === "enum-values-added" && impact === "major") ||
      (rule === "enum-values-removed" && impact !== "major");
    if (!isOfAnswer || values === undefined) return false;
    return told.some(
      (job) =>
        job.places.has(printPointer(values.of)) &&
        values.all.every((value) => job.values.has(job.fold ? folded(value) : value)),
    );
  };
}

function folded(value: unknown): unknown {
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}

/** Where the schemas of a job's status stand. */
function statusPlaces(document: Document, { ask, status }: JobModel): readonly string[] {
  const seen = new Set<string>();
  const ways = status.accesses.flatMap((access) => (access.from === "body" ? [access.path.map(String)] : []));
  const item = end(ask.pointer.slice(0, 2));
  const responses = [...item, ...ask.pointer.slice(2), "responses"];
  const schemas = keysAt(responses).flatMap((code) => {
    const content = [...end([...responses, code]), "content"];
    return keysAt(content).map((type) => [...content, type, "schema"]);
  });
  return ways.flatMap((way) => schemas.flatMap((schema) => placesOf(schema, way)));

  /** A schema may be a part of itself. */
  function placesOf(schema: readonly string[], way: readonly string[]): readonly string[] {
    const place = end(schema);
    const key = JSON.stringify([place, way]);
    if (seen.has(key) || valueAt(document, place) === undefined) return [];
    seen.add(key);
    const parts = ["allOf", "anyOf", "oneOf"].flatMap((kind) =>
      keysAt([...place, kind]).flatMap((index) => placesOf([...place, kind, index], way)),
    );
    const [token, ...rest] = way;
    if (token === undefined) return [printPointer(place), ...parts];
    const members = [
      [...place, "properties", token],
      [...place, "items"],
    ];
    return [...parts, ...members.flatMap((member) => placesOf(member, rest))];
  }

  function keysAt(way: readonly string[]): readonly string[] {
    return Object.keys(Object(valueAt(document, way)));
  }

  /** Where `$ref`s lead in the end. */
  function end(way: readonly string[]): readonly string[] {
    let found = way;
    for (let hops = 0; hops < 20; hops++) {
      const $ref = child(valueAt(document, found), "$ref");
      if (typeof $ref !== "string") break;
      found = parseFragment($ref);
    }
    return found;
  }
}
