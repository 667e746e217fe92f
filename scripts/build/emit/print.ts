import type * as TsMorph from "ts-morph";
import { morph } from "./compiler.ts";
import type { LaidOutFile } from "./lay-out-file.ts";
import type { Statement } from "./statement.ts";

/** The text of a file. Throws when a statement turns out to be anything else than what it was meant to be. */
export function print({ text: laidOut, kinds: meant }: LaidOutFile, banner: string): string {
  const text = `// ${banner}\n${laidOut}`;
  const kinds = kindsIn(text);
  const expected = meant.map((kind) => morph.SyntaxKind[kindOf[kind]]);
  if (kinds.join() !== expected.join())
    throw new Error("The generated client is not what it was meant to be.");
  return `${text.trimEnd()}\n`;
}

const kindOf = {
  import: "ImportDeclaration",
  interface: "InterfaceDeclaration",
  type: "TypeAliasDeclaration",
  constant: "VariableStatement",
  function: "FunctionDeclaration",
} as const satisfies Record<Statement["kind"], keyof typeof TsMorph.SyntaxKind>;

/** What statements a text consists of, for the compiler. */
function kindsIn(text: string): readonly TsMorph.SyntaxKind[] {
  const { createSourceFile, ScriptTarget, JSDocParsingMode } = morph.ts;
  const options = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone };
  return createSourceFile("index.ts", text, options).statements.map(({ kind }) => kind);
}
