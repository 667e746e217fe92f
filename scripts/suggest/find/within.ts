import type { Document } from "../../plugin/document.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";
import { wayTo } from "../document/bundle.ts";
import { beginsAndSucceeds } from "../see/status.ts";
import { statusesIn } from "../see/statuses.ts";
import type { Candidate } from "../weigh/candidate.ts";
import { weigh } from "../weigh/weigh.ts";
import { weights } from "../weigh/weights.ts";
import { isWork } from "../words/nouns.ts";
import type { Asked } from "./asked.ts";
import { foreignNames } from "./foreign.ts";

/** Work that a thing has within itself: `balance_refresh: { status }` of an account. */
export function workWithin(
  { operation, resource, answers }: Asked,
  document: Document,
): readonly Candidate[] {
  if (resource.keyIn !== "path" || resource.rest.length > 0) return [];
  return answers.flatMap((answer) =>
    statusesIn(answer.response, document)
      .filter(beginsAndSucceeds)
      .flatMap((status) => {
        const words = tokensOf(status.member.pointer.at(-2) ?? "");
        const foreign = foreignNames(status, resource, answer, document);
        // of the thing itself, and not of another that it mentions
        if (!isWork(words.slice(-2)) || foreign.length > 1) return [];
        const candidate = weigh({ operation, resource: { ...resource, words }, answer, status }, document);
        const text = `${words.join(" ")} is work within what is asked for`;
        const within = { text, way: wayTo(status.member.schema), weight: weights.workWithin };
        return [{ ...candidate, evidence: [...candidate.evidence, within] }];
      }),
  );
}
