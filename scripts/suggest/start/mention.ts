import type { Document } from "../../plugin/document.ts";
import type { Operation } from "../../plugin/operations.ts";
import { plainName, singular, tokensOf } from "../../vocabulary/tokens.ts";
import { requestSchemaOf } from "../document/body.ts";
import type { Member } from "../document/schema-members.ts";
import { envelopes, membersWithin } from "../document/schema-members.ts";
import type { Answer } from "../see/answers.ts";

/** An answer with an id of its own that mentions another thing's. */
export function isReference(
  member: Member,
  { members, response, words }: Answer,
  { isCollection, isNear }: { readonly isCollection: boolean; readonly isNear: boolean },
): boolean {
  const own = plainName(member.pointer.at(-1) ?? "");
  if (isCollection || response.code === "202" || /^(job|task|operation)/.test(own)) return false;
  // `/execute` gives an `execution_id`
  const isOfPath = words.some((word) => own.startsWith(word.slice(0, Math.max(4, word.length - 2))));
  // of `/labels/{label_id}/return`, a `batch_id` beside the `label_id`
  const ids = isOfPath || isNear ? [] : words.map((word) => `${word}id`);
  return besides(member, members).some(
    (name) => /^(id|uuid|uid|guid|gid|sid)$/.test(name) || ids.includes(name),
  );
}

/** The id of a run that a filter, an event or a setting tells of, or that a webhook waits for: the run was there before. */
export function isMention(
  member: Member,
  { path, members, response }: Answer,
  { isCollection, starter, document }: Context,
): boolean {
  if (isCollection) return false;
  const holders = member.pointer.slice(0, -1).map(plainName);
  if (holders.some((name) => toldOf.test(name))) return true;
  const noun = response.code === "202" ? undefined : listenerIn(path);
  if (noun === undefined) return false;
  const isInside = holders.some((name) => !envelopes.has(name) && name !== noun);
  return isInside || besides(member, members).includes(`${noun}id`) || isSent(member, starter, document);
}

interface Context {
  readonly isCollection: boolean;
  readonly starter: Operation;
  readonly document: Document;
}

const toldOf =
  /^(conditions?|filters?|criteria|events?|eventdata|eventpayload|settings|config|configuration|hyperparameters)$/;

/** What a path makes or changes that waits for other things to happen: `webhook` of `/webhooks/{id}/test`. */
function listenerIn(path: string): string | undefined {
  const names = path.split("/").filter((part) => part !== "" && !part.includes("{"));
  const last = names.findLast((name) => !upkeep.test(name)) ?? "";
  const noun = singular(tokensOf(last).at(-1) ?? "");
  return listener.test(noun) ? noun : undefined;
}

const listener = /^(webhook|hook|schedule|subscription|alert|alarm|notification|reminder)$/;
/** What is done to one, by which nothing else starts. */
const upkeep =
  /^(test|ping|add|create|new|update|edit|enable|disable|activate|deactivate|pause|resume|verify)$/i;

/** The names of what stands beside it. */
function besides({ pointer }: Member, members: Answer["members"]): readonly string[] {
  const holder = pointer.slice(0, -1).join("/");
  return members
    .filter(
      (each) => each.pointer.length === pointer.length && each.pointer.slice(0, -1).join("/") === holder,
    )
    .map((each) => plainName(each.pointer.at(-1) ?? ""));
}

/** The caller has it already, and gets it told back. */
function isSent({ pointer }: Member, starter: Operation, document: Document): boolean {
  const schema = requestSchemaOf(starter, document);
  const sent = schema ? membersWithin(schema, 3, document) : [];
  return sent.some((each) => each.pointer.at(-1) === pointer.at(-1));
}
