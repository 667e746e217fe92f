import type { Config, Document, NormalizedNodeType } from "@redocly/openapi-core";
import { detectSpec, getTypes, isMappingRef, isRef, normalizeTypes } from "@redocly/openapi-core";
import { plainText } from "../../vocabulary/plain-text.ts";
import { child } from "../../vocabulary/pointer.ts";
import { OwnReferences } from "./own-references.ts";

/**
 * What the references of a document lead to, if bundling would leave it as it is, but for `components`, which it adds; found out in a tenth of the time. Each
 * `$ref` leads to a place in it, and none stands for a value. Walks it as Redocly does before it lints or bundles; of any
 * doubt it says no.
 */
export function ownReferences(document: Document, config: Config): OwnReferences | undefined {
  const components = child(document.parsed, "components");
  const references = new OwnReferences(document);
  const seen = new Map<string, Set<object>>();
  const types = typesOf(document, config);
  const isWhole = (components === undefined || isObject(components)) && isAlone(document.parsed, types.Root);
  return isWhole ? references : undefined;

  function isAlone(node: unknown, type: NormalizedNodeType | undefined): boolean {
    if (!isObject(node) || type === undefined || isSeen(node, type)) return true;
    if (Array.isArray(node)) {
      if (type.items === undefined && !isOpen(type)) return true;
      return node.every((item) => isAlone(item, itemType(item, type)));
    }
    if (typeof child(node, "externalValue") === "string") return false;
    if (type.name === "Discriminator" && !isKept(node)) return false;
    for (const [name, value] of Object.entries(node)) {
      if (isObject(value) && !isAlone(value, memberType(name, value, type))) return false;
    }
    return !isRef(node) || leadsOn(node.$ref, type);
  }

  function isSeen(node: object, { name }: NormalizedNodeType): boolean {
    const nodes = seen.get(name) ?? new Set();
    seen.set(name, nodes);
    return nodes.size === nodes.add(node).size;
  }

  /** Bundling puts what it leads to in the place of a value. */
  function leadsOn($ref: string, type: NormalizedNodeType): boolean {
    const target = references.follow($ref);
    return type !== scalar && target !== undefined && isAlone(target.node, type);
  }

  /** Bundling rewrites a mapping to where its `$ref`s end. */
  function isKept(discriminator: object): boolean {
    const targets: readonly unknown[] = Object.values(child(discriminator, "mapping") ?? {});
    return (
      !("defaultMapping" in discriminator) &&
      targets.every((target) => !isMappingRef(plainText(target)) || isSchema(plainText(target)))
    );
  }

  function isSchema($ref: string): boolean {
    const [, name = ""] = /^#\/components\/schemas\/([\w.-]+)$/.exec($ref) ?? [];
    const schema = child(child(components, "schemas"), name);
    return isObject(schema) && !isRef(schema) && references.follow($ref) !== undefined;
  }
}

/** All that Redocly knows of what may stand in such a document. */
export function typesOf(document: Document, config: Config): Readonly<Record<string, NormalizedNodeType>> {
  const version = detectSpec(document.parsed);
  return normalizeTypes(config.extendTypes(getTypes(version), version), config);
}

/** A type of what is known to be in a place, if it is looked through for references. */
type Known = NormalizedNodeType["properties"][string];

function memberType(name: string, value: object, type: NormalizedNodeType): NormalizedNodeType | undefined {
  const { properties, additionalProperties, extensionsPrefix } = type;
  const isExtension = extensionsPrefix !== undefined && name.startsWith(extensionsPrefix);
  const declared = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const known = declared === undefined && !isExtension ? additionalProperties : declared;
  const found = typeof known === "function" ? known(value, name) : known;
  if (found === undefined) return isExtension ? extension : unknown;
  if (found === null || isNamed(found)) return found ?? undefined;
  return found.resolvable === false ? undefined : scalar;
}

function itemType(item: unknown, type: NormalizedNodeType): NormalizedNodeType | undefined {
  const found = typeof type.items === "function" ? type.items(item, "") : type.items;
  if (found === undefined && !isOpen(type)) return undefined;
  return isNamed(found) ? found : unknown;
}

function isNamed(known: Known): known is NormalizedNodeType {
  return typeof child(known, "name") === "string";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isOpen(type: NormalizedNodeType): boolean {
  return type === unknown || type.name === extension.name;
}

const unknown: NormalizedNodeType = { name: "unknown", properties: {} };
const scalar: NormalizedNodeType = { name: "scalar", properties: {} };
/** Behind what is said of an extension, nothing is known. */
const extension: NormalizedNodeType = {
  name: "SpecExtension",
  properties: {},
  additionalProperties: { resolvable: true },
};
