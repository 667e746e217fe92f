import type { Access } from "../model/model.ts";

/** What is said of a value that is read from elsewhere than before; nothing where it is not. */
export function readElsewhere(old: readonly Access[], now: readonly Access[]): string | undefined {
  if (JSON.stringify(old.map(placeOf)) === JSON.stringify(now.map(placeOf))) return undefined;
  if (now.length === 0) return "is not read any more";
  return old.length === 0 ? "is read now" : "is read from another place";
}

/** Where something is read from, whatever the types know of it. */
function placeOf(access: Access): readonly string[] {
  if ("path" in access) return [access.from, ...access.path.map(String)];
  return "name" in access ? [access.from, access.name] : [access.from];
}
