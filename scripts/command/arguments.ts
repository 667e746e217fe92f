import { parseArgs } from "node:util";
import { nearest } from "../vocabulary/nearest.ts";
import type { Arguments, Command } from "./command.ts";
import { UsageError } from "./command.ts";

/** Reads what follows the name of a command. Throws a `UsageError` on anything that the command does not know. */
export function readArguments(args: readonly string[], { name, options, most }: Command): Arguments {
  const types = Object.entries(options).map(([option, { value, short }]) => {
    const type = value === undefined ? ("boolean" as const) : ("string" as const);
    return [option, { type, ...(short === undefined ? {} : { short }) }] as const;
  });
  // strict parsing would refuse as well, but not say what was probably meant
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const switches = new Set<string>();
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new UsageError(unknownOption(token.rawName, name, Object.keys(options)));
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
      switches.add(token.name);
    } else {
      if (!token.value || (token.value.startsWith("-") && !token.inlineValue))
        throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.value}.`);
      values.set(token.name, token.value);
    }
  }
  const extra = positionals[most];
  if (extra !== undefined) throw new UsageError(tooMany(extra, name, most));
  return { operands: positionals, switches, values };
}

/** The name of a command, or a `UsageError` with the one that was probably meant. */
export function chooseCommand(word: string, commands: readonly Command[]): Command {
  const found = commands.find(({ name }) => name === word);
  if (found) return found;
  const names = commands.map(({ name }) => name);
  const near = nearest(word, names);
  const others = near === undefined ? `there are ${names.join(", ")}.` : `did you mean ${near}?`;
  throw new UsageError(`There is no command ${JSON.stringify(word)}; ${others}`);
}

function unknownOption(written: string, command: string, names: readonly string[]): string {
  const word = written.replace(/^-+/, "");
  const near = nearest(word, names) ?? names.find((name) => isLonger(name, word) || isLonger(word, name));
  const hint = near === undefined ? "" : ` Did you mean --${near}?`;
  return `${command} has no option ${written}.${hint}`;
}

/** `--output` for `--out`, or the other way round. */
function isLonger(word: string, beginning: string): boolean {
  return beginning.length > 1 && word.startsWith(beginning);
}

function tooMany(extra: string, command: string, most: number): string {
  const takes = most === 0 ? "only options" : `${most === 1 ? "one argument" : `up to ${most} arguments`}`;
  return `${command} takes ${takes}; ${JSON.stringify(extra)} is too many.`;
}
