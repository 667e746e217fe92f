import { expect, test } from "vitest";
import { compareTokens } from "../../../scripts/build/changes/compare-tokens.ts";
import { changed, documentOf, modelOf } from "./given.ts";

function told(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text) => ({ document: documentOf(text), model: modelOf(text) }));
  if (!old || !now) throw new Error("There is none.");
  return compareTokens(old, now).map(
    ({ impact, callers, message, rule }) => `${impact} ${callers}: ${message} (${rule})`,
  );
}

/** The printer with such schemes and requirements, and those of `getPaper`. */
function secured(schemes: string, security: string, own?: string): string {
  const operation = "      operationId: getPaper\n";
  return changed(
    ["components:\n", `security: ${security}\ncomponents:\n  securitySchemes: ${schemes}\n`],
    [operation, own === undefined ? operation : `${operation}      security: ${own}\n`],
  );
}

const none = secured("{}", "[]");
const key = "{ key: { type: apiKey, in: header, name: X-Key } }";
const bearer = "{ key: { type: http, scheme: bearer } }";
const cookie = "{ key: { type: apiKey, in: cookie, name: session } }";
const asked = "[{ key: [] }]";
const all = "createPrint,getPrint,getPaper";

test.each<readonly [what: string, before: string, after: string, told: readonly string[]]>([
  [
    "the description of a scheme",
    secured(key, asked),
    secured(key.replace(" }", ", description: Ask us }"), asked),
    [],
  ],
  [
    "a scheme that all operations want",
    none,
    secured(key, asked),
    [
      `major ${all}: A token is wanted now, as \`auth\` of the client: it is sent as the header \`X-Key: …\`. (security-requirement-changed)`,
    ],
  ],
  [
    "a scheme that none wants any more",
    secured(key, asked),
    none,
    ["major : A client takes no token as `auth` any more: none is declared. (token-changed)"],
  ],
  [
    "an operation that wants one",
    secured(key, asked, "[]"),
    secured(key, asked),
    [
      "major getPaper: A token is wanted now, as `auth` of the client: it is sent as the header `X-Key: …`. (security-requirement-changed)",
    ],
  ],
  [
    "an operation that can do without",
    secured(key, asked),
    secured(key, asked, "[{ key: [] }, {}]"),
    ["minor getPaper: It needs no token any more. (security-requirement-changed)"],
  ],
  [
    "another scheme",
    secured(key, asked),
    secured(bearer, asked),
    [
      "major : A token in `auth` is sent as the header `Authorization: Bearer …` now, not as the header `X-Key: …`. (token-changed)",
    ],
  ],
  [
    "another place",
    secured(key, asked),
    secured(key.replace("header", "query"), asked),
    [
      "major : A token in `auth` is sent in the query, as `X-Key=…` now, not as the header `X-Key: …`. (token-changed)",
    ],
  ],
  [
    "a scheme that may be used",
    none,
    secured(key, "[]"),
    ["minor : A token in `auth` is sent now, as the header `X-Key: …`. (token-changed)"],
  ],
  [
    "a scheme that might have been used",
    secured(key, "[]"),
    none,
    ["major : A client takes no token as `auth` any more: none is declared. (token-changed)"],
  ],
  [
    "a scheme that is no token any more",
    secured(key, asked),
    secured(cookie, asked),
    ["major : A client takes no token as `auth` any more: none is declared. (token-changed)"],
  ],
  [
    "a scheme that is no token",
    none,
    secured(cookie, asked),
    [
      `major ${all}: Credentials are wanted now, and \`auth\` of the client is not what they are. (security-requirement-changed)`,
    ],
  ],
])("callers are told of what they have to give: %s", (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});
