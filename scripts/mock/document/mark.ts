import type { Place } from "../../../src/sandbox/contract/pointer.ts";
import { members } from "../../../src/sandbox/contract/pointer.ts";
import { keywords } from "./schema.ts";

/** The property by which a discriminator tells one branch from others, and its value. */
export interface Mark {
  readonly name: string;
  readonly value: string;
}

/** How the discriminator of a schema marks a branch, if it does; `branch` as it stands there. */
export function markOf({ value }: Place, branch: unknown): Mark | undefined {
  const { propertyName: name, mapping } = keywords(keywords(value).discriminator);
  if (typeof name !== "string") return undefined;
  const ref = keywords(branch).$ref;
  if (typeof ref !== "string") return undefined;
  const last = ref.slice(ref.lastIndexOf("/") + 1);
  const mapped = members(mapping).find(([, target]) => target === ref || target === last)?.[0];
  return { name, value: mapped ?? last };
}
