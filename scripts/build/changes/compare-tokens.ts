import type { ApiModel, OperationModel, TokenModel } from "../model/model.ts";
import type { Document, PathItem, SecurityRequirement } from "../model/openapi.ts";
import type { Change } from "./change.ts";
import { general, grouped } from "./change.ts";
import { followIn } from "./follow.ts";
import { operationPairs } from "./pairs.ts";

interface Version {
  readonly document: Document;
  readonly model: ApiModel;
}

/** What callers have to give as `auth`, and for which operations. */
export function compareTokens(before: Version, after: Version): readonly Change[] {
  const [needed, needs] = [needsIn(before.document), needsIn(after.document)];
  const pairs = operationPairs(before.model, after.model);
  const names = (change: (old: OperationModel, now: OperationModel) => boolean): readonly string[] =>
    pairs.filter(([old, now]) => change(old, now)).map(([, { name }]) => name);
  const [was, is] = [before.model.token, after.model.token];
  const isWanted = is
    ? `A token is wanted now, as \`auth\` of the client: it is sent ${inWords(is)}.`
    : credentials;
  const rule = "security-requirement-changed";
  const demands = [
    ...grouped(
      "major",
      rule,
      names((old, now) => !needed(old) && needs(now)).map((name) => [name, isWanted]),
    ),
    ...grouped(
      "minor",
      rule,
      names((old, now) => is !== undefined && needed(old) && !needs(now)).map((name) => [
        name,
        "It needs no token any more.",
      ]),
    ),
  ];
  return [...demands, ...compareTheToken(was, is, demands.length > 0)];
}

const credentials = "Credentials are wanted now, and `auth` of the client is not what they are.";

/** A client refuses a token where none is declared. That there is one now is said of the operations that want it. */
function compareTheToken(
  was: TokenModel | undefined,
  is: TokenModel | undefined,
  isTold: boolean,
): readonly Change[] {
  const say = (impact: Change["impact"], message: string): readonly Change[] => [
    general(impact, "token-changed", message),
  ];
  if (was && is)
    return inWords(was) === inWords(is)
      ? []
      : say("major", `A token in \`auth\` is sent ${inWords(is)} now, not ${inWords(was)}.`);
  if (was) return say("major", "A client takes no token as `auth` any more: none is declared.");
  return is && !isTold ? say("minor", `A token in \`auth\` is sent now, ${inWords(is)}.`) : [];
}

function inWords({ in: place, name, prefix = "" }: TokenModel): string {
  return place === "query" ? `in the query, as \`${name}=…\`` : `as the header \`${name}: ${prefix}…\``;
}

/** Tells whether an operation cannot be called without credentials. */
function needsIn(document: Document): (operation: OperationModel) => boolean {
  const follow = followIn(document);
  return ({ pointer: [, path = "", method = ""] }) => {
    const item = follow<PathItem>({ value: document.paths?.[path], pointer: [] })?.value;
    const operation: { readonly security?: readonly SecurityRequirement[] } = Object(item)[method];
    const { security = document.security ?? [] } = Object(operation) as typeof operation;
    return security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0);
  };
}

/** Whether a difference between documents is about what is told of here. */
export function isOfTokens(pointer: readonly string[]): boolean {
  const [root, second, , fourth] = pointer;
  if (root === "components") return second === "securitySchemes";
  return root === "security" || (root === "paths" && fourth === "security");
}
