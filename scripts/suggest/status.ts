import type { Document, Place } from "../plugin/document.ts";
import { domainOf } from "../plugin/domain.ts";
import { resolvePointer } from "../plugin/members.ts";
import type { Operation, Response } from "../plugin/operations.ts";
import { isSuccess } from "../plugin/operations.ts";
import { shapeOf } from "../plugin/shape.ts";
import type { Scalar } from "../vocabulary/extensions.ts";
import { isJson } from "../vocabulary/media-type.ts";
import { valueAt } from "../vocabulary/pointer.ts";
import { tokensOf } from "../vocabulary/tokens.ts";
import { describedNumbers, describedWords } from "./described.ts";
import { enumNames } from "./enum-names.ts";
import type { Member } from "./schema-members.ts";
import { examplesOf, membersWithin, wordsAbout } from "./schema-members.ts";
import type { Meaning } from "./status-words.ts";
import { isStatusWord, meaningOf, meaningsOf } from "./status-words.ts";

/** Something in an answer that may tell how far a job is. */
export interface Status {
  readonly member: Member;
  /** What is known of its values: an enum; words of a description or of examples; yes or no; HTTP codes; nothing. */
  readonly known: "enum" | "text" | "flag" | "codes" | "nothing";
  readonly values: readonly StatusValue[];
}

export interface StatusValue extends Meaning {
  readonly value: Scalar;
}

/** The schema of the JSON body of a response. */
export function bodyOf(response: Response, document: Document): Place | undefined {
  const content = document.fields(response.fields.get("content"));
  const media = [...content].find(([type]) => isJson(type))?.[1];
  return media && document.fields(media).get("schema");
}

/** Everything in a body that is called a status or the like, the least deep first. */
export function statusesIn(response: Response, document: Document): readonly Status[] {
  const body = bodyOf(response, document);
  if (body === undefined) return [];
  return membersWithin(body, 3, document).flatMap((member) => {
    const [name = "", parent = ""] = member.pointer.toReversed();
    // `state: { current: "RUNNING" }`
    const isInside = /^(status|state)$/i.test(parent) && /^(current|value|type|name|code)$/i.test(name);
    const kind = statusName.test(name) || isInside ? "status" : flagName.test(name) ? "flag" : undefined;
    return kind === undefined ? [] : (readStatus(member, { kind, body, response, document }) ?? []);
  });
}

const statusName = /^(.*[a-z_-])?(status|state|phase|stage)(_?(code|name|type|text|string))?$/i;
const flagName = /^(is_?)?(done|finished|complete|completed|ready|running|in_?progress|processing)$/i;

interface Context {
  readonly kind: "status" | "flag";
  readonly body: Place;
  readonly response: Response;
  readonly document: Document;
}

function readStatus(member: Member, { kind, body, response, document }: Context): Status | undefined {
  const found = resolvePointer(shapeOf(body, document), member.pointer);
  if (!("shape" in found)) return undefined;
  const domain = domainOf(found.shape);
  const { named } = domain;
  const rest = domain.rest.filter((type) => type !== "null");
  const scalars = named.filter((value): value is Scalar => value !== null && value !== "");
  const isFlag = rest.includes("boolean") && rest.length === 1;
  if (kind === "flag") {
    const isOver = /(done|finished|completed?|ready)$/i.test(member.pointer.at(-1) ?? "");
    const flags = isOver
      ? [pendingFlag, doneFlag]
      : [
          { ...pendingFlag, value: true },
          { ...doneFlag, value: false },
        ];
    return isFlag && scalars.length === 0 ? { member, known: "flag", values: flags } : undefined;
  }
  if (isFlag || (rest.length > 0 && !rest.includes("string") && !rest.includes("number"))) return undefined;
  const about = wordsAbout(member.schema, document);
  // `status: { code: 200 }` beside the data is how the request went
  if (/^code$/i.test(member.pointer.at(-1) ?? "") && !rest.includes("string") && scalars.length === 0)
    return undefined;
  if (scalars.length > 0) {
    const values = meaningsOfEnum(scalars, about, enumNames(member.schema, document));
    const isTold = values.some(({ list }) => list !== "pending") || scalars.some(isText);
    return isTold ? { member, known: "enum", values } : { member, known: "nothing", values: [] };
  }
  const examples = [
    ...examplesOf(member.schema, document),
    ...examplesIn(response, member.pointer, document),
  ];
  const values = rest.includes("string")
    ? readWords([...describedWords(about), ...examples.filter((each) => typeof each === "string")])
    : describedNumbers(about);
  return { member, known: values.length > 0 ? "text" : "nothing", values };
}

/** A question that is answered with 202 as long as the answer is not ready. */
export function statusOfCodes({ responses, fields }: Operation, document: Document): Status | undefined {
  const codes = responses.filter(isSuccess).map(({ code }) => Number(code));
  const places = document.fields(fields.get("responses"));
  const accepted = places.get("202");
  if (accepted === undefined || !codes.includes(200) || codes.some(Number.isNaN)) return undefined;
  const values = codes.map((value): StatusValue => {
    if (value === 202) return { value, list: "pending", isSure: true };
    return { value, list: "succeeded", isSure: value === 200 };
  });
  return { member: { pointer: [], schema: accepted }, known: "codes", values };
}

const pendingFlag: StatusValue = { value: false, list: "pending", isSure: true };
const doneFlag: StatusValue = { value: true, list: "succeeded", isSure: true };

function isText(value: Scalar): boolean {
  return typeof value === "string";
}

function meaningsOfEnum(
  values: readonly Scalar[],
  about: string,
  names: ReadonlyMap<string, string>,
): readonly StatusValue[] {
  if (values.every((value) => typeof value === "string")) {
    const meanings = meaningsOf(values);
    return values.flatMap((value, index) => {
      const meaning = meanings[index];
      return meaning ? [{ value, ...meaning }] : [];
    });
  }
  const described = new Map(describedNumbers(about).map((each) => [String(each.value), each]));
  return values.map((value) => {
    const { list = "pending", isSure = false } =
      described.get(String(value)) ?? meaningOf(tokensOf(names.get(String(value)) ?? String(value))) ?? {};
    return { value, list, isSure };
  });
}

/** Of words that a text quotes, those that are about a status. One alone may be anything. */
function readWords(quoted: readonly string[]): readonly StatusValue[] {
  const all = [...new Set(quoted)].filter((word) => word.length < 40 && !/\s/.test(word));
  if (!all.some(isStatusWord)) return [];
  const meanings = meaningsOf(all);
  return all.flatMap((value, index) => {
    const meaning = meaningOf(tokensOf(value)) && meanings[index];
    return meaning ? [{ value, ...meaning }] : [];
  });
}

/** What stands at a place of a body in the examples of a response. */
function examplesIn(response: Response, pointer: readonly string[], document: Document): readonly unknown[] {
  const content = document.fields(response.fields.get("content"));
  const media = [...content].find(([type]) => isJson(type))?.[1];
  const fields = document.fields(media);
  const named = [...document.fields(fields.get("examples")).values()].map(
    (example) => document.fields(example).get("value")?.value,
  );
  return [fields.get("example")?.value, ...named].map((example) => valueAt(example, pointer));
}
