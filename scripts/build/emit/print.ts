import type * as TsMorph from "ts-morph";
import { docComment } from "./comment.ts";
import { morph } from "./compiler.ts";
import type { Code } from "./layout.ts";
import { group, hardLine, indent, layOut, line, parentheses } from "./layout.ts";
import type { Import } from "./scope.ts";
import type { Parameter, Property, Statement } from "./statement.ts";

const width = 120;

/** The text of a file. Throws when a statement turns out to be anything else than what it was meant to be. */
export function print(statements: readonly Statement[], banner: string): string {
  const imports = statements.filter((statement) => statement.kind === "import");
  const others = statements.filter((statement) => statement.kind !== "import");
  // ts-morph writes character by character, which is too slow for what has its layout already
  const text = `${head(imports, banner)}\n${others.map(printOne).join("")}`;
  const kinds = kindsIn(text);
  const expected = [...imports, ...others].map(({ kind }) => morph.SyntaxKind[kindOf[kind]]);
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

type ImportStatement = Extract<Statement, { kind: "import" }>;
type OtherStatement = Exclude<Statement, ImportStatement>;

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

/** The types of one operation or job stand together, everything else is set apart. */
function printOne(statement: OtherStatement, index: number, all: readonly OtherStatement[]): string {
  const next = all[index + 1];
  const isType = next?.kind === "type" || next?.kind === "interface";
  const isTogether = statement.kind === "type" && isType && next.doc.length > 0;
  const text = docComment(statement.doc) + layOut(declaration(statement), width);
  return `${text}\n${isTogether ? "" : "\n"}`;
}

function declaration(statement: OtherStatement): Code {
  switch (statement.kind) {
    case "type": {
      const { name, type } = statement;
      // what has no place to break in goes to a line of its own
      return typeof type === "string"
        ? group(`export type ${name} =`, indent(line, type), ";")
        : [`export type ${name} = `, group(type), ";"];
    }
    case "interface": {
      const base = statement.extends ? ` extends ${statement.extends}` : "";
      const members = indent(statement.properties.map(property));
      return [`export interface ${statement.name}${base} {`, members, hardLine, "}"];
    }
    case "constant": {
      const { name, isExported, type, value } = statement;
      return [`${isExported ? "export " : ""}const ${name}: `, group(type), " = ", value, ";"];
    }
    case "function": {
      const { name, isExported, generics = "", parameters, returns, body } = statement;
      const start = `${isExported ? "export " : ""}function ${name}${generics}`;
      const signature = group(start, parentheses(parameters.map(parameter)), `: ${returns} {`);
      return [signature, indent(hardLine, body), hardLine, "}"];
    }
  }
}

function parameter({ name, type, isOptional = false, default: value }: Parameter): Code {
  return `${name}${isOptional ? "?" : ""}: ${type}${value === undefined ? "" : ` = ${value}`}`;
}

function property({ name, doc, isOptional, type }: Property): Code {
  const comment = docComment(doc).trimEnd();
  const lines = comment === "" ? [] : comment.split("\n").flatMap((each) => [hardLine, each]);
  return [lines, hardLine, `readonly ${name}${isOptional ? "?" : ""}: `, group(type), ";"];
}
