import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { clientFile } from "../../../scripts/build/emit/client-file.ts";
import { print } from "../../../scripts/build/emit/print.ts";
import { placeOperations } from "../../../scripts/build/emit/types-document.ts";
import { printTypes } from "../../../scripts/build/emit/types-file.ts";
import { mend } from "../../../scripts/build/mend/mend.ts";
import { readApi } from "../../../scripts/build/model/api.ts";
import type { Document } from "../../../scripts/build/model/openapi.ts";

/** Text as an enemy would write it, or somebody without a thought. */
const evil = fc.oneof(
  fc.constantFrom(
    "*/ alert(1) /*",
    '"; alert(1); "',
    "$\u007Balert(1)}",
    "`",
    "\\",
    "\n",
    "\u2028",
    "</script>",
    "__proto__",
    "constructor",
    "toString",
    "@deprecated",
    "// x",
    "pending",
    "operation",
    "operations",
    "errors",
    "status",
    "body",
    "request",
    "client",
    "headers",
    "result",
    "Error",
    "undefined",
    "delete",
    "createSampleClient",
    "",
    " ",
    "a/b~c",
    "{x}",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
/** As bad, but with something in it that a name can be made of. */
const named = evil.map((text) => `${text} op`);
/** As bad, but fit to stand between the braces of a path. */
const bracketed = evil.map((text) => `p${text.replace(/[{}]/g, "")}`);
const scalar = fc.oneof(evil, fc.integer(), fc.boolean());

const document = fc
  .record({
    title: evil,
    summary: evil,
    description: evil,
    id: named,
    jobId: fc.oneof(evil, named),
    job: evil,
    parameter: bracketed,
    header: evil,
    constant: scalar,
    media: evil,
    property: evil,
    statuses: fc.uniqueArray(scalar, { minLength: 3, maxLength: 6 }),
    link: evil,
    variable: bracketed,
    default: evil,
    code: scalar,
    token: evil,
    value: fc.jsonValue(),
  })
  .map((t): Document => {
    const pointer = t.property.replaceAll("~", "~0").replaceAll("/", "~1");
    const schema = { type: "object", properties: { [t.property]: { enum: t.statuses } } };
    const content = { "application/json": { schema }, [t.media]: {} };
    const words = { summary: t.summary, description: t.description };
    const link = {
      operationId: t.jobId,
      parameters: { [t.parameter]: `$response.body#/${pointer}` },
      requestBody: t.value,
    };
    return {
      openapi: "3.1.0",
      info: { title: t.title },
      servers: [
        {
          url: `https://{${t.variable}}/${t.default}`,
          variables: {
            [t.variable]: { default: t.default, description: t.description, enum: [t.default, t.title] },
          },
        },
      ],
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: t.token } } },
      "x-errors": {
        code: `$response.body#/${pointer}`,
        message: `$response.header.${t.header}x`,
        ok: [t.code],
      },
      paths: {
        "/start": {
          post: {
            ...words,
            operationId: t.id,
            parameters: [
              { name: t.header, in: "header", required: true, schema: { const: t.constant } },
              { name: `${t.header}2`, in: "query", schema: {} },
            ],
            requestBody: { content: { [`${t.media}/json`]: {} } },
            responses: { "202": { content, links: { [t.link]: link } } },
          },
        },
        [`/jobs/{${t.parameter}}`]: {
          get: {
            ...words,
            operationId: t.jobId,
            parameters: [{ name: t.parameter, in: "path", required: true, schema: { type: "string" } }],
            "x-polling": {
              job: t.job,
              status: `$response.body#/${pointer}`,
              pending: [t.statuses[0]],
              succeeded: t.statuses.slice(1, 2),
              failed: t.statuses.slice(2),
              requires: [t.property],
              ignoreCase: t.title.length > 5,
              error: { message: `$response.header.${t.header}x` },
            },
            responses: { "200": { content, links: { [t.link]: { operationId: t.id } } } },
          },
        },
      },
    };
  });

describe("whatever a specification says", () => {
  test("its client has the declarations of a client and no others", () => {
    let generated = 0;
    fc.assert(
      fc.property(document, (given) => {
        const mended = mend(given).document;
        const { model, faults } = readApi(mended, "sample");
        // what cannot be generated has been said, and is not generated
        if (faults.some(({ severity }) => severity === "error")) return;
        generated++;
        const laidOut = clientFile(model, mended, "openapi-jobs/runtime");
        const client = parsed(print(laidOut, "Generated for a test."));
        expect(client.statements.map(kindOf)).toEqual(laidOut.kinds);
        const known = [
          ...[
            "operation",
            "define",
            "starter",
            "createClient",
            "serverUrl",
            "inHeader",
            "inQuery",
            "errorRules",
          ],
          ...["urlencoded", "form", "multipart", "raw"],
        ];
        expect([...callsIn(client)].filter((call) => !known.includes(call))).toEqual([]);
        const names = namesIn(client);
        expect(names).toEqual([...new Set(names)]);
      }),
      { numRuns: 300 },
    );
    expect(generated).toBeGreaterThan(100);
  });

  test("its types are types", () => {
    fc.assert(
      fc.property(document, (given) => {
        const mended = mend(given).document;
        const placed = placeOperations(mended, readApi(mended, "sample").model.operations);
        const kinds = kindsIn(parsed(printTypes(JSON.stringify(placed), "Generated for a test.")));
        expect([...kinds].filter((kind) => kind !== "type" && kind !== "interface")).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

function parsed(code: string): ts.SourceFile {
  const file = ts.createSourceFile("index.ts", code, ts.ScriptTarget.Latest, true);
  // the parser keeps its findings there, without saying so in the types
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  expect(parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
  return file;
}

function kindsIn(file: ts.SourceFile): ReadonlySet<string> {
  return new Set(file.statements.map(kindOf));
}

function kindOf(statement: ts.Statement): string {
  if (ts.isImportDeclaration(statement)) return "import";
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? "export" : "export of values";
  if (ts.isTypeAliasDeclaration(statement)) return "type";
  if (ts.isInterfaceDeclaration(statement)) return "interface";
  if (ts.isFunctionDeclaration(statement)) return "function";
  const isConst = ts.isVariableStatement(statement) && statement.declarationList.flags & ts.NodeFlags.Const;
  return isConst ? "constant" : ts.SyntaxKind[statement.kind];
}

/** The functions of the runtime that are called outside of other functions, or to make the client. */
function callsIn(file: ts.SourceFile): ReadonlySet<string> {
  const calls = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) calls.add(node.expression.getText().replace(/_+$/, ""));
    if (!ts.isArrowFunction(node) && !ts.isMethodDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

/** Every name that stands for a value at the top of the file, imported ones included. */
function namesIn(file: ts.SourceFile): readonly string[] {
  return file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ""];
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  });
}
