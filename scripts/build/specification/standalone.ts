import type { Config, Document, NormalizedNodeType } from "@redocly/openapi-core";
import { detectSpec, getTypes, isMappingRef, isRef, normalizeTypes } from "@redocly/openapi-core";
import { plainText } from "../../vocabulary/plain-text.ts";
import { child } from "../../vocabulary/pointer.ts";
import { isObject } from "./is-object.ts";
import { OwnReferences } from "./own-references.ts";
import { withStandIns } from "./stand-ins.ts";

/** A document that bundling would change in nothing, or hardly. */
export interface Standalone {
  readonly references: OwnReferences;
  /** What bundling would make of it: it adds `components`, and puts values where references stand for them. */
  readonly bundled: unknown;
}

/**
 * Finds out, before anything is bundled, whether each `$ref` leads to a place in the document, so that it can stay. Walks
 * it as Redocly does before it lints or bundles; of any doubt it says no.
 */
export function standalone(document: Document, config: Config): Standalone | undefined {
  const { parsed } = document;
  const components = child(parsed, "components");
  if (!isObject(parsed) || !(components === undefined || isObject(components))) return undefined;
  const references = new OwnReferences(document);
  const seen = new Map<string, Set<object>>();
  const standIns = new Map<object, unknown>();
  if (!isAlone(parsed, typesOf(document, config).Root) || !areApart()) return undefined;
  const bundled = standIns.size === 0 ? parsed : withStandIns(parsed, standIns);
  return { references, bundled: { ...Object(bundled), components: child(bundled, "components") ?? {} } };

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
    return !isRef(node) || leadsOn(node, type);
  }

  function isSeen(node: object, { name }: NormalizedNodeType): boolean {
    const nodes = seen.get(name) ?? new Set();
    seen.set(name, nodes);
    return nodes.size === nodes.add(node).size;
  }

  function leadsOn(reference: { $ref: string }, type: NormalizedNodeType): boolean {
    const target = references.follow(reference.$ref);
    // where Redocly knows nothing, it may lead nowhere
    if (target === undefined || (target.node === undefined && type !== unknown)) return false;
    if (type === scalar) {
      if (Object.keys(reference).length > 1) return false;
      standIns.set(
        reference,
        isObject(target.node) && !Array.isArray(target.node) ? { ...target.node } : target.node,
      );
    }
    return isAlone(target.node, type);
  }

  /** No value has another one in it, and no reference that stands for a value is anything else by an alias of YAML. */
  function areApart(): boolean {
    return [...standIns].every(
      ([reference, value]) =>
        withStandIns(value, standIns) === value &&
        [...seen].every(([name, nodes]) => name === scalar.name || !nodes.has(reference)),
    );
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
  if (isNamed(found)) return found;
  if (isExtension) return extension;
  if (found === undefined) return unknown;
  if (found === null) return undefined;
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
