import type { Document, Place } from "../../plugin/document.ts";
import { jsonMedia } from "../../plugin/json-media.ts";
import { wayTo } from "../bundle.ts";
import type { Told } from "../candidate.ts";
import type { Evidence } from "./evidence.ts";
import { weights } from "./weights.ts";

/** What the operation says of itself. */
export function aboutText({ operation }: Told): readonly Evidence[] {
  const texts = ["summary", "description"].map((key) => operation.fields.get(key)?.value);
  const text = texts.filter((each) => typeof each === "string").join("\n");
  return saysToPoll(text)
    ? [
        {
          text: "its description tells to ask again",
          way: wayTo(operation.place),
          weight: weights.toldToPoll,
        },
      ]
    : [];
}

/** What the 202 of a question says of itself. */
export function aboutAccepted({ status, answer }: Told, document: Document): readonly Evidence[] {
  if (status.known !== "codes") return [];
  const { schema } = status.member;
  const way = wayTo(schema);
  const text = document.fields(schema).get("description")?.value;
  const isOther = bodyAt(schema, document) !== bodyAt(answer.place, document);
  return [
    ...(typeof text === "string" && saysToWait(text)
      ? [{ text: "its 202 says that it is not ready yet", way, weight: weights.toldToWait }]
      : []),
    ...(isOther
      ? [{ text: "its 202 has something else than its 200", way, weight: weights.otherThanResult }]
      : []),
  ];
}

/** Where the body of a response is declared. */
function bodyAt(response: Place, document: Document): string | undefined {
  const [media] = jsonMedia(document.fields(response).get("content"), document);
  const schema = media && document.fields(media).get("schema");
  return schema && (document.follow(schema) ?? schema).location.absolutePointer;
}

/** A text says that something goes on in the background and is asked for again. */
function saysToPoll(text: string): boolean {
  return /\bpoll(s|ed|ing)?\b|\bperiodically\b|long[- ]running|\basync(hronous(ly)?)?\b|in the background|until (it|the \w+|its \w+) (is|has|reaches|becomes)/i.test(
    text,
  );
}

/** A text says that something is still being made. */
function saysToWait(text: string): boolean {
  return /\b(not (yet )?(ready|complete|finished|available|processed)|being|still|in progress|processing|pending|try again|retry|generating|queued|running|later)\b/i.test(
    text,
  );
}
