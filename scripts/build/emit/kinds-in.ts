import type { Statement } from "./statement.ts";

/**
 * What kinds of statements a client consists of, read back from its text. Throws at anything that no client has: whatever
 * a specification says, only what stands in strings and comments is its own.
 */
export function kindsIn(text: string): readonly Statement["kind"][] {
  const kinds: Statement["kind"][] = [];
  let open: Statement["kind"] | undefined;
  let depth = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (token.startsWith("/*") || token.startsWith("//")) continue;
    if (strange.test(token)) throw notClient(token);
    if (open === undefined) {
      if (token.trim() === "") continue;
      open = kindOf(token);
      kinds.push(open);
    } else if (/^[{([]$/.test(token)) depth++;
    else if (/^[})\]]$/.test(token)) depth--;
    if (depth < 0) throw notClient(token);
    const isEnd = token === ";" || (token === "}" && (open === "function" || open === "interface"));
    if (isEnd && depth === 0) open = undefined;
  }
  if (open !== undefined) throw notClient("The end");
  return kinds;
}

/** Comments and strings as a whole, what opens and closes, and all between. */
const tokens = /\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\\n\r]|\\.)*"|[{}()[\];]|[^"/{}()[\];]+|["/]/g;

/** A string or a comment that does not end, or what begins something that is not looked for here. */
const strange = /^["/]$|^[^"]*['`\\#@]/;

function kindOf(start: string): Statement["kind"] {
  if (/^\s*export type \* from $/.test(start)) return "export";
  const [, keyword] = /^\s*(?:export )?(import|interface|type|const|function) /.exec(start) ?? [];
  switch (keyword) {
    case "import":
    case "interface":
    case "type":
    case "function":
      return keyword;
    case "const":
      return "constant";
    default:
      throw notClient(start);
  }
}

function notClient(token: string): Error {
  return new Error(
    `The generated client is not what it was meant to be: ${JSON.stringify(token.slice(0, 80))}`,
  );
}
