import type { Problem } from "../build/problem.ts";
import { problemCodes } from "../vocabulary/problem-codes.ts";

/** A line that says where the codes in brackets are explained; empty where nobody explains any. */
export function whereToRead(problems: readonly Problem[]): string {
  const codes = problems.map(({ code }): string => code);
  const [ours, ...others] = new Set(codes.filter((code) => known.has(code)));
  // of rules from plugins, their authors tell
  const redoclys = [...new Set(codes)].filter((code) => !known.has(code) && /^[\w-]+$/.test(code)).sort();
  const places = [
    ...(ours === undefined
      ? []
      : [`node_modules/openapi-jobs/docs/problems/${others.length === 0 ? ours : "<code>"}.md`]),
    ...(redoclys.length > 0 ? [`https://redocly.com/docs/cli/rules (${redoclys.join(", ")})`] : []),
  ];
  return places.length === 0 ? "" : `To read more: ${places.join(", ")}\n`;
}

const known: ReadonlySet<string> = new Set(problemCodes);
