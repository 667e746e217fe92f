import { parseFragment, valueAt } from "../../vocabulary/pointer.ts";
import type { ProblemCode } from "../../vocabulary/problem-codes.ts";
import type { Document, MaybeRef, Ref, SchemaObject } from "./openapi.ts";

/**
 * Something in a document that cannot be generated, or as a warning, that was left out or read otherwise than it is
 * written. The pointer leads through the document as it was written.
 */
export interface Fault {
  readonly severity: "error" | "warning";
  readonly pointer: readonly string[];
  readonly code: ProblemCode;
  readonly message: string;
}

/** A bundled document together with the list that faults go to. */
export interface Reader {
  readonly document: Document;
  /** What a local `$ref` leads to; the node itself when it is none, `undefined` when there is no such place. */
  resolve<T extends object>(node: MaybeRef<T> | undefined): T | undefined;
  fault(pointer: readonly string[], code: ProblemCode, message: string): void;
  warn(pointer: readonly string[], code: ProblemCode, message: string): void;
  /** openapi-typescript gives a property another type where a discriminator is of this name. */
  isDiscriminator(name: string): boolean;
}

export function openReader(document: Document): Reader & { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  let discriminators: ReadonlySet<string> | undefined;
  // parameters and answers are shared by many operations
  const known = new Map<string, object | undefined>();
  const follow = ({ $ref }: Ref): object | undefined => {
    if (!known.has($ref)) known.set($ref, objectAt(document, $ref));
    return known.get($ref);
  };
  return {
    document,
    faults,
    resolve: (node) => resolve(node, follow),
    fault: (pointer, code, message) => {
      faults.push({ severity: "error", pointer, code, message });
    },
    warn: (pointer, code, message) => {
      faults.push({ severity: "warning", pointer, code, message });
    },
    isDiscriminator: (name) => {
      discriminators ??= discriminatorsIn(document);
      return discriminators.has(name);
    },
  };
}

function resolve<T extends object>(
  node: MaybeRef<T> | undefined,
  follow: (reference: Ref) => object | undefined,
): T | undefined {
  let found: MaybeRef<T> | undefined = node;
  // a bundle has no chain longer than this, except one that runs in a circle
  for (let hops = 0; hops < 100; hops++) {
    if (found === undefined || !isRef(found)) return found;
    found = follow(found) as MaybeRef<T> | undefined; // the linter has seen that `$ref`s lead to their kind
  }
  return undefined;
}

function discriminatorsIn(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  const { discriminator } = value as SchemaObject; // or something else that has a property of this name
  const name = discriminator?.propertyName;
  if (typeof name === "string") found.add(name);
  for (const child of Object.values(value)) discriminatorsIn(child, found);
  return found;
}

function isRef(node: unknown): node is Ref {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}

function objectAt(document: Document, $ref: string): object | undefined {
  const found = valueAt(document, parseFragment($ref));
  return typeof found === "object" && found !== null ? found : undefined;
}
