import type { ApiChanges, Change } from "./changes/change.ts";

/** What changed for callers of an API as text; what neither breaks nor adds anything is at most counted. */
export function renderChanges({ api, impact, changes, ratedBy }: ApiChanges): string {
  const told = changes.filter((change) => change.impact !== "patch");
  if (told.length === 0) return "";
  const others = changes.length - told.length;
  const lines = [
    `What changed for callers of ${api} (${impact}; compared by ${ratedBy}):`,
    ...told.map((change) => `  ${renderChange(change)}`),
    ...(others > 0 ? [`  patch  ${others} that callers need not know`] : []),
  ];
  return `\n${lines.join("\n")}\n`;
}

function renderChange({ impact, callers, message, rule }: Change): string {
  const [first, second, third, ...more] = callers;
  const named = [first, second, third].filter((name) => name !== undefined).join(", ");
  const who = more.length > 0 ? `${named} and ${more.length} more` : named;
  return `${impact}  ${who === "" ? "" : `${who}: `}${message}  (${rule})`;
}
