import type { Document, Place } from "../../plugin/document.ts";
import { jsonMedia } from "../../plugin/json-media.ts";
import { wayTo } from "../document/bundle.ts";
import { codeMeanwhile } from "../see/status-codes.ts";
import { saysToFail, saysToPoll, saysToWait, textOf } from "../words/texts.ts";
import type { Told } from "./candidate.ts";
import type { Evidence } from "./evidence.ts";
import { weights } from "./weights.ts";

/** What the operation says of itself. */
export function aboutText({ operation, resource }: Told): readonly Evidence[] {
  const isAboutPolls = resource.words.includes("poll");
  return !isAboutPolls && saysToPoll(textOf(operation))
    ? [
        {
          text: "its description tells to ask again",
          way: wayTo(operation.place),
          weight: weights.toldToPoll,
        },
      ]
    : [];
}

/** What the 202 or 206 of a question says of itself. */
export function aboutAccepted({ status, answer }: Told, document: Document): readonly Evidence[] {
  if (status.known !== "codes") return [];
  const { schema } = status.member;
  const code = codeMeanwhile(status);
  const way = wayTo(schema);
  const text = document.fields(schema).get("description")?.value;
  if (typeof text === "string" && saysToFail(text))
    return [{ text: `its ${code} tells of a fault`, way, weight: weights.acceptedFault }];
  const isOther = bodyAt(schema, document) !== bodyAt(answer.place, document);
  return [
    ...(typeof text === "string" && saysToWait(text)
      ? [{ text: `its ${code} says that it is not ready yet`, way, weight: weights.toldToWait }]
      : []),
    ...(isOther
      ? [{ text: `its ${code} has something else than its 200`, way, weight: weights.otherThanResult }]
      : []),
  ];
}

/** Where the body of a response is declared. */
function bodyAt(response: Place, document: Document): string | undefined {
  const [media] = jsonMedia(document.fields(response).get("content"), document);
  const schema = media && document.fields(media).get("schema");
  return schema && (document.follow(schema) ?? schema).location.absolutePointer;
}
