import { plainName } from "../../vocabulary/tokens.ts";
import { wayTo } from "../bundle.ts";
import type { Told } from "../candidate.ts";
import type { Evidence } from "./evidence.ts";
import { weights } from "./weights.ts";

/** What stands beside the status. */
export function aboutSiblings(told: Told): readonly Evidence[] {
  const { siblings, status } = told;
  const way = wayTo(status.member.schema);
  const signs = (["progress", "time", "error", "result"] as const).flatMap((kind): readonly Evidence[] => {
    const name = [...siblings].find(
      (each) => names[kind].test(plainName(each)) && each !== status.member.pointer.at(-1),
    );
    // a list of people's tasks says which are done, but not what went wrong
    const weight = kind === "error" && status.known === "flag" ? weights.errorOfFlag : weights[kind];
    return name === undefined ? [] : [{ text: `${name} stands beside it`, way, weight }];
  });
  return [...signs, ...aboutRepetition(told)];
}

const names = {
  progress: /^(progress|percent|percentage|progresspercent(age)?|percentcomplete|completion(percentage)?)$/,
  time: /^(date|time)?(started|finished|completed|ended|failed|start|end|finish|completion)(at|on|time|date)?(utc|ms)?$/,
  error:
    /^(error|errors|errormessage|failurereason|failreason|errorcode|failure|errordetails|statusreason|errorinfo|failuremessage)$/,
  result:
    /^(result|results|output|outputs|downloadurl|resulturl|outputurl|outputfileid|resultsurl|archiveurl|fileurl)$/,
};

/** The status of what was done last of many times: a connection that is synchronized every night. */
function aboutRepetition({ siblings, status }: Told): readonly Evidence[] {
  const name = [...siblings].find((each) =>
    /^last(sync|synced|run|execution|checked|refresh|refreshed|imported|exported)/.test(plainName(each)),
  );
  const text = `${name} stands beside it, so it happens again and again`;
  return name === undefined ? [] : [{ text, way: wayTo(status.member.schema), weight: weights.repetition }];
}
