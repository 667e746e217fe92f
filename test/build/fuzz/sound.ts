import vm from "node:vm";
import { transformSync } from "esbuild";
import ts from "typescript";
import { expect } from "vitest";

/** Types alone, whatever stands in them. */
export function expectTypes(code: string): void {
  const kinds = new Set(parsed(code).statements.map(kindOf));
  kinds.delete("type");
  kinds.delete("interface");
  expect([...kinds]).toEqual([]);
}

/**
 * A module that imports from the runtime and exports types, calls of the runtime, and the function that makes the
 * client; that knows no names but these; and that runs nothing of what its specification says.
 */
export function expectClient(code: string): void {
  const file = parsed(code);
  const allowed = ["import", "export", "type", "interface", "const", "function"];
  expect(file.statements.map(kindOf).filter((kind) => !allowed.includes(kind))).toEqual([]);
  expect(strangersIn(file)).toEqual([]);
  evaluate(code);
}

/** A program that imports, makes a mock and a client, calls, waits and logs, and knows no names but those. */
export function expectProgram(code: string): void {
  const file = parsed(code);
  const kinds = file.statements.map((statement) => ts.SyntaxKind[statement.kind]);
  const allowed = ["ImportDeclaration", "FirstStatement", "ForOfStatement", "ExpressionStatement"];
  expect(kinds.filter((kind) => !allowed.includes(kind))).toEqual([]);
  const shown = file.statements.filter(ts.isExpressionStatement).map(({ expression }) => expression);
  // the outcome, and what follows it
  expect([1, 2]).toContain(shown.length);
  expect(shown.filter((each) => !each.getText().startsWith("console.log(await "))).toEqual([]);
  expect(strangersIn(file).filter((name) => !["console", "Blob"].includes(name))).toEqual([]);
}

function parsed(code: string): ts.SourceFile {
  const file = ts.createSourceFile("index.ts", code, ts.ScriptTarget.Latest, true);
  // the parser keeps its findings there, without saying so in the types
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  expect(parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
  return file;
}

function kindOf(statement: ts.Statement): string {
  if (ts.isImportDeclaration(statement)) {
    const { text } = statement.moduleSpecifier as ts.StringLiteral; // the grammar has nothing else there
    return ["openapi-jobs/runtime", "./types.ts"].includes(text) ? "import" : `import of ${text}`;
  }
  if (ts.isExportDeclaration(statement))
    return statement.getText() === 'export type * from "./types.ts";' ? "export" : "another export";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isFunctionDeclaration(statement)) return "function";
  if (!ts.isVariableStatement(statement)) return ts.SyntaxKind[statement.kind];
  const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
  const isTame = statement.declarationList.declarations.every(
    ({ initializer: value }) => value && (ts.isCallExpression(value) || ts.isObjectLiteralExpression(value)),
  );
  return isConst && isTame ? "const" : "variable";
}

/** Names of values that are used and declared nowhere in the file. */
function strangersIn(file: ts.SourceFile): readonly string[] {
  const declared = new Set(["undefined"]);
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) {
      if (isDeclaration(node)) declared.add(node.text);
      else if (!isLabel(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) {
    if (!ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) visit(statement);
  }
  return [...used].filter((name) => !declared.has(name));
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ((ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isFunctionDeclaration(parent)) &&
      parent.name === node) ||
    (ts.isBindingElement(parent) && parent.name === node) ||
    ts.isTypeParameterDeclaration(parent) ||
    ts.isImportSpecifier(parent)
  );
}

/** The name of a property and not of a value. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}

/** Runs the module, then every function in it, where nothing is but a runtime that does nothing, and traps. */
function evaluate(code: string): void {
  const { code: script } = transformSync(code, { loader: "ts", format: "cjs", logLevel: "silent" });
  const sprung: string[] = [];
  const traps = ["__pwned", "process", "alert", "fetch", "setTimeout"].map((name) => {
    const get = (): void => void sprung.push(name);
    return [name, { get, set: get }] as const;
  });
  const globals: object = Object.defineProperties({}, Object.fromEntries(traps));
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  const options = { timeout: 1000 };
  vm.runInContext(stage, context, options);
  // in a function of its own, so that what it declares is nobody's global
  vm.runInContext(`(({ exports }, require) => {${script}\n})(module, require)`, context, options);
  vm.runInContext("act()", context, options);
  expect([sprung, vm.runInContext("changes()", context)]).toEqual([[], ""]);
}

const stage = `
const anything = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => "x" : key === Symbol.iterator ? undefined : anything),
  apply: () => anything,
  ownKeys: () => [],
  getOwnPropertyDescriptor: () => undefined,
});
const found = [];
const seek = (value, depth = 0) => {
  if (typeof value === "function" && value !== anything) found.push(value);
  if (typeof value !== "object" || value === null || depth > 5) return;
  for (const each of Object.values(value)) seek(each, depth + 1);
};
const call = (...given) => (given.forEach((each) => seek(each)), { call: given });
const module = { exports: {} };
const require = () => new Proxy({}, { get: () => call });
const act = () => {
  seek(module.exports);
  for (const each of [...found]) try { each(anything, anything, anything, anything); } catch {}
};
const shape = () => [globalThis, Object.prototype, Array.prototype, Function.prototype, String.prototype]
  .map((each) => Reflect.ownKeys(each).map(String).join()).join(";");
const before = shape();
const changes = () => (shape() === before ? "" : shape());
`;
