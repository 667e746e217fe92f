import type TypeScript from "typescript";
import { fieldComment } from "./field-comment.ts";
import type { TypeNames } from "./name-schemas.ts";
import { ts } from "./openapi-typescript.ts";

type Node = TypeScript.Node;

/**
 * Declarations of types, laid out as the compiler's own printer does it, which takes a tenth of a build, for it can print
 * anything. This knows what openapi-typescript makes, and asks it for the rest. What has a name is called by that.
 */
export function printNodes(nodes: readonly Node[], names: TypeNames): string {
  return nodes.map((node) => `${printNode(node, "", names)}\n`).join("");
}

/** All lines but the first begin with `margin`. */
function printNode(node: Node, margin: string, names: TypeNames): string {
  const print = (each: Node): string => printNode(each, margin, names);
  const block = (open: string, nodes: readonly Node[], comma: string, close: string): string => {
    const deeper = `${margin}    `;
    const lines = nodes.map((each) => deeper + printNode(each, deeper, names));
    return nodes.length === 0 ? open + close : `${open}\n${lines.join(`${comma}\n`)}\n${margin}${close}`;
  };
  if (ts.isPropertySignature(node) && node.type) {
    const optional = node.questionToken ? "?" : "";
    return `${lead(node, margin)}${print(node.name)}${optional}: ${print(node.type)};`;
  }
  if (ts.isTypeLiteralNode(node)) return block("{", node.members, "", "}");
  if (ts.isIndexedAccessTypeNode(node)) {
    const type = `${print(node.objectType)}[${print(node.indexType)}]`;
    return names.get(type) ?? type;
  }
  if (ts.isLiteralTypeNode(node)) return print(node.literal);
  if (ts.isIdentifier(node) || ts.isNumericLiteral(node)) return node.text;
  if (ts.isStringLiteral(node)) return quoted(node.text);
  if (ts.isTypeReferenceNode(node)) {
    const given = node.typeArguments ? `<${node.typeArguments.map(print).join(", ")}>` : "";
    return print(node.typeName) + given;
  }
  if (ts.isUnionTypeNode(node)) return node.types.map(print).join(" | ");
  if (ts.isIntersectionTypeNode(node)) return node.types.map(print).join(" & ");
  if (ts.isArrayTypeNode(node)) return `${print(node.elementType)}[]`;
  if (ts.isTupleTypeNode(node)) return block("[", node.elements, ",", "]");
  if (ts.isParenthesizedTypeNode(node)) return `(${print(node.type)})`;
  if (ts.isIndexSignatureDeclaration(node))
    return `${lead(node, margin)}[${node.parameters.map(print).join(", ")}]: ${print(node.type)};`;
  if (ts.isParameter(node) && node.type) return `${print(node.name)}: ${print(node.type)}`;
  if (ts.isTypeAliasDeclaration(node) && !node.typeParameters)
    return `${lead(node, margin)}type ${print(node.name)} = ${print(node.type)};`;
  if (ts.isInterfaceDeclaration(node) && !node.heritageClauses)
    return `${lead(node, margin)}interface ${print(node.name)} ${block("{", node.members, "", "}")}`;
  return ts.tokenToString(node.kind) ?? printer.printNode(ts.EmitHint.Unspecified, node, nowhere);
}

const printer = ts.createPrinter();
const nowhere = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ESNext);

/** What a declaration begins with: what is said of it, and its modifiers. */
function lead(node: Declaration, margin: string): string {
  const comments = ts.getSyntheticLeadingComments(node) ?? [];
  const lines = comments.map(({ text }) => `${withMargin(`/*${fieldComment(text)}*/`, margin)}\n${margin}`);
  const modifiers = (node.modifiers ?? []).map(({ kind }) => `${ts.tokenToString(kind)} `);
  return [...lines, ...modifiers].join("");
}

type Declaration = Node & { readonly modifiers?: readonly Node[] };

function withMargin(comment: string, margin: string): string {
  const lines = comment.split(/\r\n?|[\n\u2028\u2029]/);
  return lines.map((line) => line.trimEnd()).join(`\n${margin}`);
}

/** What is not ASCII is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[^\0-\x7f]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}
