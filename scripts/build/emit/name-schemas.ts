import type TypeScript from "typescript";
import { typeName } from "../model/names.ts";
import { ts } from "./openapi-typescript.ts";

const { factory } = ts;

/** Names, by the types that they are given to: `components["schemas"]["simple-user"]` is `SimpleUser`. */
export type TypeNames = ReadonlyMap<string, string>;

/**
 * The same types, with a name for each schema that is an object, or one of several. What stands in `components` has none, so
 * that an editor could only show all that is in it. Lists of values are left there, for to see them helps more than a name.
 */
export function nameSchemas(nodes: readonly TypeScript.Node[]): {
  readonly nodes: readonly TypeScript.Node[];
  readonly names: TypeNames;
} {
  const components = nodes.find(isComponents);
  const place = components?.members.filter(ts.isPropertySignature).find((each) => nameOf(each) === "schemas");
  if (!components || !place?.type || !ts.isTypeLiteralNode(place.type)) return { nodes, names: new Map() };
  const schemas = place.type.members.filter(ts.isPropertySignature);
  const names = namesOf(schemas);
  const aliases: TypeScript.Node[] = [];
  const members = schemas.map((member) => {
    const name = names.get(nameOf(member));
    if (name === undefined || member.type === undefined) return member;
    const alias = factory.createTypeAliasDeclaration(exported, name, undefined, member.type);
    // what is said of the schema
    aliases.push(ts.moveSyntheticComments(alias, member));
    return withType(member, factory.createTypeReferenceNode(name));
  });
  const types = factory.createTypeLiteralNode(members);
  const all = components.members.map((each) => (each === place ? withType(place, types) : each));
  const { modifiers, name, typeParameters, heritageClauses } = components;
  const changed = factory.updateInterfaceDeclaration(
    components,
    ...([modifiers, name, typeParameters, heritageClauses] as const),
    all,
  );
  return {
    nodes: nodes.flatMap((node) => (node === components ? [changed, ...aliases] : [node])),
    names: new Map([...names].map(([key, called]) => [`components["schemas"]["${key}"]`, called])),
  };
}

const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];

function isComponents(node: TypeScript.Node): node is TypeScript.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === "components";
}

function withType(
  member: TypeScript.PropertySignature,
  type: TypeScript.TypeNode,
): TypeScript.PropertySignature {
  return factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
}

/** By the names of the schemas. */
function namesOf(schemas: readonly TypeScript.PropertySignature[]): ReadonlyMap<string, string> {
  const types = new Map(schemas.map((member) => [nameOf(member), member.type]));
  const taken = new Set(own);
  const named = schemas.flatMap((member) => {
    const name = typeName(nameOf(member));
    if (name === undefined || taken.has(name) || !isObject(member.type, types)) return [];
    taken.add(name);
    return [[nameOf(member), name] as const];
  });
  return new Map(named);
}

function nameOf({ name }: TypeScript.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

/** What the types themselves are made with. */
const own = ["Array", "Blob", "Extract", "ListOf", "Omit", "ReadonlyArray", "Record", "WithRequired"];

type Types = ReadonlyMap<string, TypeScript.TypeNode | undefined>;

/** Whether it is made of any object, wherever that is described. */
function isObject(type: TypeScript.TypeNode | undefined, types: Types, depth = 0): boolean {
  if (type === undefined || depth > 20) return false;
  if (ts.isTypeLiteralNode(type)) return true;
  if (ts.isParenthesizedTypeNode(type)) return isObject(type.type, types, depth + 1);
  if (ts.isIntersectionTypeNode(type) || ts.isUnionTypeNode(type))
    return type.types.some((each) => isObject(each, types, depth + 1) || isNamed(each, types, depth + 1));
  return false;
}

function isNamed(type: TypeScript.TypeNode, types: Types, depth: number): boolean {
  if (!ts.isIndexedAccessTypeNode(type) || !ts.isLiteralTypeNode(type.indexType)) return false;
  const { literal } = type.indexType;
  return ts.isStringLiteral(literal) && isObject(types.get(literal.text), types, depth);
}
