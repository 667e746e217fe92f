import type { Document } from "../plugin/document.ts";
import type { Operation } from "../plugin/operations.ts";
import { plainName } from "../vocabulary/tokens.ts";
import type { Answer } from "./answers.ts";
import { wayTo } from "./bundle.ts";
import type { Evidence } from "./evidence.ts";
import { isBusiness, isNamedAfterWork, isRecord, isWork, saysToPoll, wordsOf } from "./nouns.ts";
import type { Resource } from "./resource.ts";
import { resourceOf } from "./resource.ts";
import { membersOf, wordsAbout } from "./schema-members.ts";
import { envelopes } from "./starters.ts";
import type { Status } from "./status.ts";
import { bodyOf, statusesIn, statusOfCodes } from "./status.ts";
import { isOfMachines, isOfPeople, isOfThings } from "./status-words.ts";
import { aboutSurroundings } from "./surroundings.ts";

/** An operation whose answer tells a status, with what speaks for a job and against it. */
export interface Candidate {
  readonly operation: Operation;
  readonly resource: Resource;
  readonly answer: Answer;
  readonly status: Status;
  /** Members of the object that the status is in, by name. */
  readonly siblings: ReadonlySet<string>;
  readonly evidence: readonly Evidence[];
}

/** The best status of an operation that asks about one thing; `undefined` when it tells none. */
export function candidateOf(
  operation: Operation,
  answers: readonly Answer[],
  document: Document,
): Candidate | undefined {
  if (operation.method !== "GET" && !(operation.method === "POST" && asksOnly(operation))) return undefined;
  const resource = resourceOf(operation);
  const [first] = answers;
  const codes = first && operation.method === "GET" ? statusOfCodes(operation, document) : undefined;
  if (first && codes) return weigh({ operation, resource, answer: first, status: codes }, document);
  if (resource.key === undefined && resource.rest.length === 0 && !saysStatus(operation)) return undefined;
  const found = answers.flatMap((answer) =>
    statusesIn(answer.response, document)
      .filter((status) => isAboutIt(status, resource, answer, document))
      .map((status) => weigh({ operation, resource, answer, status }, document)),
  );
  return found.sort((a, b) => total(b) - total(a))[0];
}

export function total({ evidence }: Candidate): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

/** A question that is put with POST. */
function asksOnly({ path, id }: Operation): boolean {
  return (
    /(status|query|result|poll)s?$/i.test(path) ||
    /^(get|query|check|poll|describe|show)[A-Z_-]/.test(id ?? "")
  );
}

function saysStatus({ id = "", path }: Operation): boolean {
  return /status|progress/i.test(id) || /status|progress/i.test(path);
}

/** The status is that of the thing asked for, and not of something else that the answer mentions. */
function isAboutIt({ member }: Status, { words }: Resource, { body }: Answer, document: Document): boolean {
  const parents = member.pointer.slice(0, -1);
  const nouns = [words.join(""), words.at(-1) ?? ""];
  return parents.every((name, index) => {
    const plain = plainName(name);
    if (
      envelopes.has(plain) ||
      nouns.includes(plain) ||
      /^((latest|last|current)?(status|state)|attributes|progress|job|task|operation)$/.test(plain)
    )
      return true;
    if (index > 0 || body === undefined) return false;
    // an object that holds nothing else but this one is an envelope by another name
    return membersOf(body, document).size <= 2;
  });
}

function weigh(
  { operation, resource, answer, status }: Omit<Candidate, "siblings" | "evidence">,
  document: Document,
): Candidate {
  const body = bodyOf(answer.response, document);
  const parents = status.member.pointer.slice(0, -1);
  const holder = parents.reduce((at, name) => at && membersOf(at, document).get(name), body);
  const siblings = new Set(holder ? membersOf(holder, document).keys() : []);
  const evidence = [
    ...aboutValues(status),
    ...aboutName(status),
    ...aboutNoun(operation, resource),
    ...aboutText(operation),
    ...aboutSiblings(siblings, status),
    ...aboutDescription(status, resource, document),
    ...aboutSurroundings({ operation, resource, answer, status, siblings }, document),
  ];
  return { operation, resource, answer, status, siblings, evidence };
}

function aboutValues({ known, values, member }: Status): readonly Evidence[] {
  const way = wayTo(member.schema);
  const name = member.pointer.join("/");
  const texts = values.map(({ value }) => String(value));
  const has = (list: string, sure = true): boolean =>
    values.some((each) => each.list === list && (each.isSure || !sure));
  if (known === "nothing")
    return [{ text: `${name} is called a status; its values are not told`, way, weight: 0 }];
  if (known === "codes") return [{ text: "it answers 202 before it answers 200", way, weight: 3 }];
  if (known === "flag") {
    const isRunning = values.some(({ value, list }) => value === true && list === "pending");
    return [
      { text: `${name} says whether it is done`, way, weight: 1 },
      ...(isRunning ? [{ text: `${name} tells of a machine at work`, way, weight: 1.5 }] : []),
    ];
  }
  const found: Evidence[] = [];
  if (known === "enum" && !values.some(({ list }) => list === "pending") && texts.length <= 3)
    return has("succeeded") && has("failed")
      ? [{ text: `${name} tells how it ended, with no word for not yet`, way, weight: 0.5 }]
      : [{ text: `${name} says only how the request went`, way, weight: -2 }];
  const listed = texts.length > 8 ? `${texts.slice(0, 8).join(", ")}, …` : texts.join(", ");
  const ends =
    (has("succeeded") ? 1.5 : has("succeeded", false) ? 0.5 : -2) +
    (has("failed") ? 1 : has("canceled") ? 0.5 : 0);
  const begins = has("pending") ? 0.5 : has("pending", false) ? 0 : -0.5;
  found.push({
    text: `${name} is one of ${listed}`,
    way,
    weight: ends + begins - (known === "text" ? 0.5 : 0),
  });
  const isAllKnown =
    values.every(({ isSure }) => isSure) &&
    has("pending") &&
    has("succeeded") &&
    texts.some((text) => /fail|error/i.test(text));
  if (isAllKnown) found.push({ text: "each of these is a stage or an end of work", way, weight: 0.5 });
  const machines = texts.filter(isOfMachines);
  if (machines.length > 0)
    found.push({ text: `${machines.slice(0, 3).join(", ")} tell of a machine at work`, way, weight: 1 });
  const people = texts.filter(isOfPeople);
  if (people.length > 0)
    found.push({
      text: `${people.slice(0, 3).join(", ")} tell of people or business`,
      way,
      weight: -Math.min(3, people.length),
    });
  const things = texts.filter(isOfThings);
  if (things.length > 0 && !has("succeeded"))
    found.push({
      text: `${things.join(", ")} tell of a thing that stays until it is taken away`,
      way,
      weight: -1.5,
    });
  return found;
}

/** "The status of the evaluation run." */
function aboutDescription({ member }: Status, { words }: Resource, document: Document): readonly Evidence[] {
  const text = wordsAbout(member.schema, document).toLowerCase();
  const isOfWork = /\b(status|state)\b/.test(text) && isWork(words) && text.includes(words.at(-1) ?? "");
  return isOfWork
    ? [{ text: "its description calls it that of the work", way: wayTo(member.schema), weight: 1 }]
    : [];
}

function aboutName({ member, known }: Status): readonly Evidence[] {
  if (known === "codes" || known === "flag") return [];
  const name = plainName(member.pointer.at(-1) ?? "");
  const isPlain =
    /^(status|state|phase|jobstatus|jobstate|taskstatus|processstatus|processingstatus|runstatus|executionstatus|latestexecutionstatus)$/.test(
      name,
    );
  const text = `${member.pointer.join("/")} is the status of something else, or one of several`;
  return isPlain || member.pointer.length > 1 ? [] : [{ text, way: wayTo(member.schema), weight: -1 }];
}

function aboutNoun(operation: Operation, resource: Resource): readonly Evidence[] {
  const { words } = resource;
  const way = wayTo(operation.place);
  const isOfWork =
    isNamedAfterWork(resource.key ?? "") ||
    operation.path.split("/").some((segment) => /^(jobs|tasks|operations|runs|executions)$/i.test(segment));
  const noun = words.join(" ");
  const isNamedWork = isWork(words);
  const found: Evidence[] = [];
  if (!isOfWork && (isBusiness(words.slice(-1)) || (isBusiness(words) && !isNamedWork)))
    found.push({ text: `${noun} is business or the work of people`, way, weight: -3 });
  if (isRecord(words.slice(-1)))
    found.push({ text: `${noun} is what is written down of something else`, way, weight: -1.5 });
  if (isNamedWork) {
    const last = words.at(-1) ?? "";
    const weight = /^(job|operation|run)$/.test(last) ? 2.5 : isWork([last]) ? 2 : 1;
    return [...found, { text: `${noun} is work that ends`, way, weight }];
  }
  const around = wordsOf(operation.id, resource.key, ...operation.path.split("/"));
  if (isNamedAfterWork(resource.key ?? ""))
    return [...found, { text: `it is asked for by ${resource.key}`, way, weight: 1.5 }];
  if (isWork(around)) found.push({ text: "its name tells of work that ends", way, weight: 1 });
  return found;
}

function aboutText(operation: Operation): readonly Evidence[] {
  const texts = ["summary", "description"].map((key) => operation.fields.get(key)?.value);
  const text = texts.filter((each) => typeof each === "string").join("\n");
  return saysToPoll(text)
    ? [{ text: "its description tells to ask again", way: wayTo(operation.place), weight: 1.5 }]
    : [];
}

function aboutSiblings(siblings: ReadonlySet<string>, { member, known }: Status): readonly Evidence[] {
  const way = wayTo(member.schema);
  const find = (pattern: RegExp): string | undefined =>
    [...siblings].find((name) => pattern.test(plainName(name)) && name !== member.pointer.at(-1));
  const signs: readonly [pattern: RegExp, weight: number][] = [
    [/^(progress|percent|percentage|progresspercent(age)?|percentcomplete|completion(percentage)?)$/, 1],
    [
      /^(date|time)?(started|finished|completed|ended|failed|start|end|finish|completion)(at|on|time|date)?(utc|ms)?$/,
      0.5,
    ],
    [
      /^(error|errors|errormessage|failurereason|failreason|errorcode|failure|errordetails|statusreason|errorinfo|failuremessage)$/,
      0.5,
    ],
    [
      /^(result|results|output|outputs|downloadurl|resulturl|outputurl|outputfileid|resultsurl|archiveurl|fileurl)$/,
      0.5,
    ],
  ];
  return signs.flatMap(([pattern, weight]) => {
    const name = find(pattern);
    // a list of people's tasks says which are done, but not what went wrong
    const more = known === "flag" && /error|failure/.test(plainName(name ?? "")) ? 1.5 : 0;
    return name === undefined ? [] : [{ text: `${name} stands beside it`, way, weight: weight + more }];
  });
}
