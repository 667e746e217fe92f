import type { Document, Place } from "../../plugin/document.ts";
import { domainOf } from "../../plugin/domain.ts";
import { resolvePointer } from "../../plugin/members.ts";
import type { Response } from "../../plugin/operations.ts";
import type { Shape } from "../../plugin/shape.ts";
import { shapeOf } from "../../plugin/shape.ts";
import type { Scalar } from "../../vocabulary/extensions.ts";
import { isEndAmong, isStatusWord, meaningOf, meaningsOf } from "../../vocabulary/status-words.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";
import { examplesIn } from "../document/body.ts";
import { enumNames } from "../document/enum-names.ts";
import type { Member } from "../document/schema-members.ts";
import { examplesOf, wordsAbout } from "../document/schema-members.ts";
import { toldValues } from "../words/told-values.ts";
import { isOfPeople } from "../words/whose-status.ts";
import { describedNumbers, describedWords, enumeratedWords, isPhrase, patternWords } from "./described.ts";
import type { Status, StatusValue } from "./status.ts";

interface Context {
  readonly body: Place;
  readonly response: Response;
  readonly document: Document;
}

/** `status`: one of several words or numbers, as far as the document tells them. */
export function readWords(member: Member, { body, response, document }: Context): Status | undefined {
  const domain = domainAt(member, body, document);
  if (domain === undefined || domain.isFlag) return undefined;
  const { scalars, rest } = domain;
  if (rest.length > 0 && !rest.includes("string") && !rest.includes("number")) return undefined;
  // `status: { code: 200 }` beside the data is how the request went
  const isCode = /^code$/i.test(member.pointer.at(-1) ?? "");
  if (isCode && !rest.includes("string") && scalars.length === 0) return undefined;
  const about = wordsAbout(member.schema, document);
  const listed = [...new Set([...scalars, ...scalarsAt(member, response)])];
  if (scalars.length > 0) {
    const values = meaningsOfEnum(listed, about, enumNames(member.schema, document));
    const isTold = values.some(({ list }) => list !== "pending") || scalars.some(isText);
    return isTold ? { member, known: "enum", values } : { member, known: "nothing", values };
  }
  const examples = [
    ...examplesOf(member.schema, document),
    ...examplesIn(response, member.pointer, document),
  ];
  const enumerated = enumeratedWords(about);
  const values = rest.includes("string")
    ? readQuoted(
        [...patternWords(member.schema, document), ...describedWords(about), ...examples.filter(isText)],
        (word) => enumerated.includes(word),
      )
    : describedNumbers(about);
  const known = values.length > 0 ? "text" : "nothing";
  // the name of what has the status, and not of the status
  if (known === "nothing" && /^(name|key|id)$/i.test(member.pointer.at(-1) ?? "")) return undefined;
  const others = listed.filter((value) => !values.some((each) => each.value === value));
  return { member, known, values: [...values, ...meaningsOfEnum(others, about, new Map())] };
}

/** The values that a text about more than the status tells of it. */
export function readTold(text: string): readonly StatusValue[] {
  const { words, isList } = toldValues(text, describedWords);
  return isList ? meaningsOfEnum([...new Set(words)], "", new Map()) : readQuoted(words, isOfPeople);
}

/** The values that a filter by the status takes: what it lists, or else what its text does. */
export function readFilter(filter: Place, document: Document): readonly StatusValue[] {
  const schema = document.fields(filter).get("schema") ?? filter;
  const items = document.fields(schema).get("items");
  const listed = [items, schema].flatMap((each) => (each ? scalarsOf(shapeOf(each, document)) : []));
  const words = listed.filter(isText).filter((value) => !/^(all|any)$/i.test(value));
  if (words.length > 0) return meaningsOfEnum([...new Set(words)], "", new Map());
  const about = [filter, schema].map((each) => wordsAbout(each, document)).join("\n");
  return readQuoted(describedWords(about), isOfPeople);
}

/** The values that any media type of the answer names, where versions differ. */
function scalarsAt({ pointer }: Member, { body }: Response): readonly Scalar[] {
  const found = body && resolvePointer(body, pointer);
  return found && "shape" in found ? scalarsOf(found.shape) : [];
}

function scalarsOf(shape: Shape): readonly Scalar[] {
  return domainOf(shape).named.filter((value): value is Scalar => value !== null && value !== "");
}

/** `done` or `is_running`. */
export function readFlag(member: Member, { body, document }: Context): Status | undefined {
  if (domainAt(member, body, document)?.isFlag !== true) return undefined;
  const isOver = /(done|finished|completed?|ready)$/i.test(member.pointer.at(-1) ?? "");
  const values: readonly StatusValue[] = [
    { value: !isOver, list: "pending", isSure: true },
    { value: isOver, list: "succeeded", isSure: true },
  ];
  return { member, known: "flag", values };
}

/** `percent_complete`, where nothing else tells whether it is over. */
export function readPercentage(member: Member, { body, document }: Context): Status | undefined {
  if (domainAt(member, body, document)?.rest.join() !== "number") return undefined;
  const isFraction = /\b(from |between )?0(\.0)? ?(to|and|-|–) ?1(\.0)?\b(?!0)/i.test(
    wordsAbout(member.schema, document),
  );
  const values: readonly StatusValue[] = [{ value: isFraction ? 1 : 100, list: "succeeded", isSure: false }];
  return { member, known: "percentage", values };
}

/** `completed_at`, where nothing else tells whether it is over: it is, once the answer has it. */
export function readTime(member: Member, { response }: Context): Status {
  const code = /^\d+$/.test(response.code) ? Number(response.code) : 200;
  return { member, known: "time", values: [{ value: code, list: "succeeded", isSure: true }] };
}

function domainAt(
  { pointer }: Member,
  body: Place,
  document: Document,
):
  | { readonly scalars: readonly Scalar[]; readonly rest: readonly string[]; readonly isFlag: boolean }
  | undefined {
  const found = resolvePointer(shapeOf(body, document), pointer);
  if (!("shape" in found)) return undefined;
  const domain = domainOf(found.shape);
  const scalars = scalarsOf(found.shape);
  const rest = domain.rest.filter((type) => type !== "null");
  return { scalars, rest, isFlag: rest.join() === "boolean" && scalars.length === 0 };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function meaningsOfEnum(
  values: readonly Scalar[],
  about: string,
  names: ReadonlyMap<string, string>,
): readonly StatusValue[] {
  if (values.every(isText)) {
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

/** Of words that a text quotes, those that are about a status, and what else is one. One alone may be anything. */
function readQuoted(
  quoted: readonly string[],
  isOneToo: (word: string) => boolean = () => false,
): readonly StatusValue[] {
  const all = [...new Set(quoted)].filter((word) => word.length < 40 && (isPhrase(word) || !/\s/.test(word)));
  if (!all.some(isStatusWord)) return [];
  const meanings = meaningsOf(all);
  return all.flatMap((value, index) => {
    const isOne = meaningOf(tokensOf(value)) !== undefined || isEndAmong(value, all) || isOneToo(value);
    const meaning = isOne ? meanings[index] : undefined;
    return meaning ? [{ value, ...meaning }] : [];
  });
}
