import { docComment } from "./comment.ts";
import type { Code } from "./layout.ts";
import { group, hardLine, indent, layOut, line, parentheses } from "./layout.ts";
import { text } from "./literal.ts";
import type { Import } from "./scope.ts";
import type { Parameter, Property, Statement } from "./statement.ts";

/** A file of statements, laid out, and the kinds that it is meant to consist of. */
export interface LaidOutFile {
  readonly text: string;
  readonly kinds: readonly Statement["kind"][];
}

const width = 120;

/** What can be done without a compiler. */
export function layOutFile(statements: readonly Statement[]): LaidOutFile {
  const modules = statements.filter(isModule);
  const others = statements.filter((statement) => !isModule(statement));
  const text = `${modules.map(printModule).join("")}\n${others.map(printOne).join("")}`;
  return { text, kinds: [...modules, ...others].map(({ kind }) => kind) };
}

/** One that names another file. */
type ModuleStatement = Extract<Statement, { from: string }>;
type OtherStatement = Exclude<Statement, ModuleStatement>;

function isModule(statement: Statement): statement is ModuleStatement {
  return "from" in statement;
}

function printModule(statement: ModuleStatement): string {
  if (statement.kind === "export") return `export type * from ${text(statement.from)};\n`;
  const { types, names, from } = statement;
  const all = names.map(specifier);
  const isLong = all.join(", ").length + from.length > width - 30;
  const list = isLong ? `{\n${all.map((name) => `  ${name},\n`).join("")}}` : `{ ${all.join(", ")} }`;
  const note = statement.note === undefined ? "" : `// ${statement.note}\n`;
  return `${note}import ${types ? "type " : ""}${list} from ${text(from)};\n`;
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
