import type * as TsMorph from "ts-morph";
import { morph } from "./compiler.ts";
import type { ImportStatement, LaidOutFile } from "./lay-out-file.ts";
import { width } from "./lay-out-file.ts";
import type { Import } from "./scope.ts";
import type { Statement } from "./statement.ts";

/** The text of a file. Throws when a statement turns out to be anything else than what it was meant to be. */
export function print({ imports, text: laidOut, kinds: meant }: LaidOutFile, banner: string): string {
  // ts-morph writes character by character, which is too slow for what has its layout already
  const text = `${head(imports, banner)}\n${laidOut}`;
  const kinds = kindsIn(text);
  const expected = [...imports.map(({ kind }) => kind), ...meant].map(
    (kind) => morph.SyntaxKind[kindOf[kind]],
  );
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

function head(imports: readonly ImportStatement[], banner: string): string {
  const { IndentationText, Project, StructureKind } = morph;
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  const structures = imports.map(({ types, names, from }): TsMorph.ImportDeclarationStructure => {
    const all = names.map(specifier);
    const isLong = all.join(", ").length + from.length > width - 30;
    return {
      kind: StructureKind.ImportDeclaration,
      isTypeOnly: types,
      namedImports: isLong ? (writer) => writer.write(`\n${all.map((name) => `${name},\n`).join("")}`) : all,
      moduleSpecifier: from,
    };
  });
  return project.createSourceFile("head.ts", { statements: [`// ${banner}`, ...structures] }).getFullText();
}

/** What statements a text consists of, for the compiler. */
function kindsIn(text: string): readonly TsMorph.SyntaxKind[] {
  const { createSourceFile, ScriptTarget, JSDocParsingMode } = morph.ts;
  const options = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone };
  return createSourceFile("index.ts", text, options).statements.map(({ kind }) => kind);
}

function specifier({ name, alias }: Import): string {
  return alias === undefined ? name : `${name} as ${alias}`;
}
