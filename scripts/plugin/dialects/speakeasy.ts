import { parseExpression } from "../../vocabulary/expression.ts";
import type { Polling, Scalar } from "../../vocabulary/extensions.ts";
import { plainText } from "../../vocabulary/plain-text.ts";
import type { Place } from "../document.ts";
import { child, isObject, itemsOf } from "../document.ts";
import type { Operation } from "../operations.ts";
import { enumAt, names, successBody } from "./answer.ts";
import type { Criterion } from "./criterion.ts";
import { readCriterion } from "./criterion.ts";
import type { Dialect } from "./dialect.ts";
import { link, poll } from "./dialect.ts";

const extension = "x-speakeasy-polling";
const entity = "x-speakeasy-entity-operation";

/**
 * A list of ways to wait, each with what an answer has to be to end the wait well or badly.
 * https://www.speakeasy.com/docs/sdks/customize/runtime/polling
 */
export function readSpeakeasy(dialect: Dialect): void {
  for (const operation of dialect.operations) {
    const place = operation.fields.get(extension);
    const list = place && dialect.document.follow(place);
    if (!place || !list) continue;
    const [first, ...others] = itemsOf(list);
    if (first === undefined || !isObject(first.value)) {
      dialect.report(place, `\`${extension}\` is a list of ways to wait; there is none in it.`);
      continue;
    }
    for (const other of others) {
      const name = plainText(child(other, "name").value);
      dialect.report(other, `Of several ways to wait, the first is read; \`${name}\` is left out.`);
    }
    const polling = pollingOf(first, operation, dialect);
    if (polling === undefined) continue;
    const target = poll(operation, polling, place, dialect);
    linkEntity(operation, target, place, dialect);
  }
}

function pollingOf(entry: Place, operation: Operation, dialect: Dialect): Omit<Polling, "job"> | undefined {
  const succeeded = criteriaOf(child(entry, "successCriteria"), operation, dialect);
  const failed = criteriaOf(child(entry, "failureCriteria"), operation, dialect);
  if (succeeded === undefined || failed === undefined) return undefined;
  const bodies = [...new Set([...succeeded, ...failed].flatMap(({ of, on }) => (on === "body" ? [of] : [])))];
  const [status] = bodies;
  if (bodies.length > 1) {
    dialect.report(entry, `One status is read, and here are ${bodies.length}: ${bodies.join(", ")}.`);
    return undefined;
  }
  const pace = paceOf(entry);
  if (status === undefined) return { ...byCode(succeeded, failed, operation), ...pace };
  const done = valuesOf(succeeded);
  if (done.length === 0) {
    dialect.report(entry, "No value of the status means success, so the wait would never end well.");
    return undefined;
  }
  const broken = valuesOf(failed);
  const expression = parseExpression(status);
  const pointer = expression && "pointer" in expression ? expression.pointer : [];
  const rest = enumAt(successBody(operation), pointer).filter(
    (value) => !done.includes(value) && !broken.includes(value),
  );
  return {
    status,
    ...(rest.length > 0 ? { pending: rest } : {}),
    succeeded: done,
    ...(broken.length > 0 ? { failed: broken } : {}),
    ...pace,
  };
}

/** All of them have to hold; that the answer is a 2xx holds of every answer that is read. */
function criteriaOf(place: Place, operation: Operation, dialect: Dialect): readonly Criterion[] | undefined {
  const read = itemsOf(place).map((item) => readCriterion(item, successBody(operation), dialect));
  if (read.some((one) => one === undefined)) return undefined;
  return read.filter((one) => one !== undefined);
}

function valuesOf(criteria: readonly Criterion[]): readonly Scalar[] {
  return [...new Set(criteria.flatMap(({ on, values }) => (on === "body" ? values : [])))];
}

/** Only the HTTP status tells: the other 2xx go on. */
function byCode(
  succeeded: readonly Criterion[],
  failed: readonly Criterion[],
  { responses }: Operation,
): Omit<Polling, "job"> {
  const codes = (criteria: readonly Criterion[]): readonly Scalar[] =>
    criteria.flatMap(({ values }) => values);
  const ends = [...codes(succeeded), ...codes(failed)];
  const going = responses.filter(({ isSuccess }) => isSuccess).map(({ code }) => Number(code));
  const pending = going.filter((code) => Number.isInteger(code) && !ends.includes(code));
  return {
    status: "$statusCode",
    ...(pending.length > 0 ? { pending } : {}),
    succeeded: codes(succeeded),
    ...(failed.length > 0 ? { failed: codes(failed) } : {}),
  };
}

/** Their interval is fixed; ours is the least. Their default of a minute in all is not taken over. */
function paceOf(entry: Place): Pick<Polling, "delay" | "minInterval" | "timeout"> {
  const number = (key: string): number | undefined => {
    const { value } = child(entry, key);
    return typeof value === "number" && value >= 0 ? value : undefined;
  };
  const [delay, interval, limit] = [number("delaySeconds"), number("intervalSeconds"), number("limitCount")];
  return {
    ...(delay === undefined ? {} : { delay: `${delay}s` }),
    ...(interval === undefined ? {} : { minInterval: `${interval}s` }),
    ...(limit === undefined ? {} : { timeout: `${(delay ?? 1) + limit * (interval ?? 1)}s` }),
  };
}

/** `Database#create` starts what `Database#read` asks about, by the id in its answer. */
function linkEntity(operation: Operation, target: string, from: Place, dialect: Dialect): void {
  const own = entitiesOf(operation).find(([, action]) => action === "read")?.[0];
  const keys = operation.parameters.filter((one) => one.in === "path");
  const [key, ...others] = keys;
  if (own === undefined || key === undefined || others.length > 0) return;
  for (const starter of dialect.operations) {
    if (
      starter === operation ||
      !entitiesOf(starter).some(([name, action]) => name === own && action === "create")
    )
      continue;
    const id = [key.name, "id"].find((name) => names(successBody(starter), [name]));
    if (id === undefined) continue;
    link(starter, target, { parameters: { [key.name]: `$response.body#/${id}` } }, from, dialect);
  }
}

/** `Database#create#2` of an operation, or of one in a list. */
function entitiesOf({ fields }: Operation): readonly (readonly [name: string, action: string])[] {
  const value = fields.get(entity)?.value;
  const texts = [value].flat().map((each) => (isObject(each) ? each.entityOperation : each));
  return texts.flatMap((text) => {
    const [, name, actions] = typeof text === "string" ? (/^([^#]+)#([^#]+)/.exec(text) ?? []) : [];
    return name && actions ? actions.split(",").map((action) => [name, action.trim()] as const) : [];
  });
}
