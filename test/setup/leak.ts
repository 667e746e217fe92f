import { inspect } from "node:util";

/** The text in which a value shows one of the secrets, with the secret blotted out; `undefined` if it shows none. */
export function leak(value: unknown, secrets: readonly string[]): string | undefined {
  for (const text of textsOf(value)) {
    const secret = secrets.find((each) => text.includes(each) || text.includes(encodeURIComponent(each)));
    if (secret === undefined) continue;
    const at = Math.max(text.indexOf(secret), 0);
    return text.slice(Math.max(0, at - 80), at + 80).replaceAll(secret, "█".repeat(6));
  }
  return undefined;
}

/** The ways in which a value ends up in a log: printed, as JSON, and an error with its stack. */
function textsOf(value: unknown): readonly string[] {
  const printed = inspect(value, {
    depth: 10,
    showHidden: true,
    maxArrayLength: 50,
    maxStringLength: 20_000,
  });
  return value instanceof Error
    ? [printed, value.message, json({ ...value }), json(value.cause)]
    : [printed, json(value)];
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return ""; // what is no JSON was printed
  }
}
