import { jsonPath } from "../../vocabulary/json-path.ts";
import { parsePointer } from "../../vocabulary/pointer.ts";

export interface JsonPathAdvice {
  readonly message: string;
  /** What was probably meant. */
  readonly suggest: readonly string[];
}

/** What is wrong with a text that is no JSONPath, for the parser's words are the letters that it would have taken. */
export function jsonPathAdvice(text: string): JsonPathAdvice {
  const meant = meantBy(text);
  const how = "A name stands after a dot, or in quotes and brackets, as in `$.paths['/jobs/{id}'].get`.";
  return {
    message: `This is no JSONPath: ${faultOf(text)}. ${how}`,
    suggest: meant === undefined || meant === text ? [] : [meant],
  };
}

function faultOf(text: string): string {
  if (text.trim() === "") return "it is empty, and `$` is the whole document";
  if (!text.startsWith("$")) return "it has to begin with `$`, the whole document";
  const open = openAtEnd(text);
  if (open === "[") return "a `[` in it has no `]`";
  if (open !== undefined) return `a quote in it, ${open}, is not closed`;
  if (/(?<![=!<>])=(?!=)/.test(text.replace(quoted, "''")))
    return "a filter compares with `==`, not with `=`";
  if (text.endsWith(".")) return "there is no name after the dot at its end";
  const [read = "$"] = beginning.exec(text) ?? [];
  return `after \`${read}\`, it cannot go on with \`${text.slice(read.length)}\``;
}

const quoted = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

/** As far as it has nothing but names, numbers and wildcards. */
const beginning = /^\$(?:\.\.?(?:[A-Za-z_]\w*|\*)|\[(?:'[^'\\]*'|"[^"\\]*"|\*|0|-?[1-9]\d*)\])*/;

/** The quote or bracket that is still open where the text ends. */
function openAtEnd(text: string): string | undefined {
  const rest = text.replace(quoted, "");
  const quote = /['"]/.exec(rest)?.[0];
  if (quote !== undefined) return quote;
  return rest.split("[").length > rest.split("]").length ? "[" : undefined;
}

/** The way that somebody has written in another manner: as a pointer, without `$`, or without quotes. */
function meantBy(text: string): string | undefined {
  const written = text.trim();
  const pointer = /^#?(\/.*)$/.exec(written)?.[1];
  if (pointer !== undefined) {
    const way = parsePointer(pointer);
    return way && jsonPath(way);
  }
  const steps = written.replace(/^(?:\$\.?|\.)?(?=[^[.$])/, ".").replace(/^\$/, "");
  if (!/^(?:\.[^.[\]'"\s?*@()$]+|\[(?:'[^'\\]*'|"[^"\\]*"|[^[\]'"\s?*@:,()\\]+)\])+$/.test(steps))
    return undefined;
  return jsonPath(
    [...steps.matchAll(/\.([^.[]+)|\['([^']*)'\]|\["([^"]*)"\]|\[([^\]]+)\]/g)].map(
      ([, name, single, double, bare]) => name ?? single ?? double ?? bare ?? "",
    ),
  );
}
