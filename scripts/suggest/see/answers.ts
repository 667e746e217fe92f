import type { Document, Place } from "../../plugin/document.ts";
import type { Operation, Response } from "../../plugin/operations.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import { bodyOf } from "../document/body.ts";
import type { ShownMember } from "../document/only-shown.ts";
import { onlyShown } from "../document/only-shown.ts";
import type { Member } from "../document/schema-members.ts";
import { membersWithin } from "../document/schema-members.ts";
import { wordsOf } from "../words/nouns.ts";
import { textOf } from "../words/texts.ts";
import { startOf } from "./resource.ts";

/** A successful answer of an operation and what it holds, read when somebody looks and then kept. */
export interface Answer {
  readonly response: Response;
  readonly place: Place;
  /** The path of the operation, and the words of its path and its id. */
  readonly path: string;
  /** Where the path begins. */
  readonly start: string;
  readonly words: readonly string[];
  readonly body: Place | undefined;
  /** What the operation and the response say of themselves. */
  readonly text: string;
  /** The members of the body, three levels deep. */
  readonly members: readonly AnswerMember[];
  /** The path of what the operation was sent to, where that is what it answers with, as it can be asked for. */
  readonly ownItem?: string | undefined;
  /** What only its examples have. */
  readonly shown: readonly (AnswerMember & ShownMember)[];
}

/** With the parts of its pointer as they are compared: read once, for every candidate looks at them. */
export interface AnswerMember extends Member {
  readonly plain: readonly string[];
}

export function answerReader(document: Document): (operation: Operation) => readonly Answer[] {
  const known = new Map<Operation, readonly Answer[]>();
  return (operation) => {
    const found = known.get(operation) ?? read(operation, document);
    known.set(operation, found);
    return found;
  };
}

function read(operation: Operation, document: Document): readonly Answer[] {
  const places = document.fields(operation.fields.get("responses"));
  return operation.responses
    .filter(({ isSuccess }) => isSuccess)
    .flatMap((response): readonly Answer[] => {
      const place = places.get(response.code);
      if (place === undefined) return [];
      const body = bodyOf(response, document);
      const words = wordsOf(operation.id, ...operation.path.split("/"));
      return [
        {
          response,
          place,
          path: operation.path,
          start: startOf(operation.path),
          words,
          body,
          text: [operation, response].map(textOf).join("\n"),
          members: body ? membersWithin(body, 3, document).map(plainly) : [],
          shown: body ? onlyShown(response, place, body, document).map(plainly) : [],
        },
      ];
    });
}

function plainly<T extends Member>(member: T): T & AnswerMember {
  return { ...member, plain: member.pointer.map(plainName) };
}
