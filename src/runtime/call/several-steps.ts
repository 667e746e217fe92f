import { defaultPathSerializer } from "openapi-fetch";

/**
 * Writes a path with values of several steps: with `{ name: "operations/7" }`, `/v1/{+name}` is `/v1/operations/7`. Each step
 * is encoded by itself. Throws a `TypeError` on one that is empty, and on "." and "..", which would leave their place.
 */
export function severalSteps(path: string, params: Readonly<Record<string, unknown>>): string {
  const written = path.replace(/\{\+([^{}]+)\}/g, (_, name: string) => {
    const steps = String(params[name]).split("/");
    if (steps.some((step) => /^(\s*|\.\.?)$/.test(step))) {
      throw new TypeError(
        `The parameter ${name} must be names or ids with a slash between, not ${params[name]}.`,
      );
    }
    return steps.map(encodeURIComponent).join("/");
  });
  return defaultPathSerializer(written, params);
}
