import { readdirSync, readFileSync } from "node:fs";
import { Project, SyntaxKind } from "ts-morph";
import { describe, expect, test } from "vitest";
import { kindsIn } from "../../../scripts/build/emit/kinds-in.ts";

const generated = new URL("../../../generated/", import.meta.url);
const clients = readdirSync(generated).map((api) => [api, `${generated.pathname}${api}/index.ts`] as const);

describe("the text of a client", () => {
  test.each(clients)("consists of what a compiler takes it for: %s", (_, path) => {
    const text = readFileSync(path, "utf8");
    const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("index.ts", text);
    expect(kindsIn(text)).toEqual(file.getStatements().map((statement) => kinds[statement.getKind()]));
  });

  test("may say anything in its strings and comments", () => {
    const text = `// evil(); '
/** } \` evil(); \\ # @ ' { */
export const a: A<"}; evil(); \\" // {"> = f("/* \\\\", { b: "*/'\`" });
export interface B {}
type C = "\\u2028;";
`;
    expect(kindsIn(text)).toEqual(["constant", "interface", "type"]);
  });

  test.each([
    ["a statement of another kind", "evil();"],
    ["one that begins with a string", '"use strict";'],
    ["one behind a declaration", "type A = 1; evil();"],
    ["one behind a function", "function f(): void {} evil();"],
    ["an export of another kind", "export default 1;"],
    ["an export of values", 'export * from "./types.ts";'],
    ["a declaration that is no word of its own", "constant = 1;"],
    ["a string that does not end", 'type A = "a\n";'],
    ["a comment that does not end", "type A = /* 1;"],
    ["a string of another kind", "type A = 'a';"],
    ["a template", "type A = `a`;"],
    ["a regular expression or a division", "const a: A = 1 / 2;"],
    ["an escape", "const \\u0061: A = 1;"],
    ["more that closes than opens", "const a: A = 1);"],
    ["less that closes than opens", "const a: A = (1;"],
    ["a statement that does not end", "const a: A = 1"],
  ])("with %s is none", (_, text) => {
    expect(() => kindsIn(text)).toThrow("The generated client is not what it was meant to be: ");
  });
});

const kinds: Partial<Record<SyntaxKind, string>> = {
  [SyntaxKind.ImportDeclaration]: "import",
  [SyntaxKind.ExportDeclaration]: "export",
  [SyntaxKind.InterfaceDeclaration]: "interface",
  [SyntaxKind.TypeAliasDeclaration]: "type",
  [SyntaxKind.VariableStatement]: "constant",
  [SyntaxKind.FunctionDeclaration]: "function",
};
