import { createRequire } from "node:module";
import type { Ajv2020 as Ajv2020Class } from "ajv/dist/2020.js";
import type formats from "ajv-formats";
import type { Hono as HonoClass } from "hono";

const require = createRequire(import.meta.url);

/**
 * The libraries that only the sandbox stands on. They are optional peers of the package, so that who only imports a
 * client installs none of them, and loaded here and nowhere else. With `require` rather than `await import`: at once,
 * since a test that pretends the time would run ahead of an import, and without a top-level `await`, which would shut
 * out whoever loads this from CommonJS.
 */
export const Hono: typeof HonoClass = peer<{ Hono: typeof HonoClass }>("hono").Hono;
export const Ajv2020: typeof Ajv2020Class = peer<{ Ajv2020: typeof Ajv2020Class }>(
  "ajv/dist/2020.js",
).Ajv2020;
export const addFormats: typeof formats.default = peer<typeof formats>("ajv-formats").default;

/** A library, or an error that says what to install. */
export function peer<Module>(name: string): Module {
  try {
    return require(name);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "MODULE_NOT_FOUND")) throw cause;
    throw new Error(
      `The sandbox needs "${name}", which is not installed. ` +
        "Install all it stands on: npm install --save-dev hono @hono/node-server ajv ajv-formats",
      { cause },
    );
  }
}
