/**
 * What needs a file system: `save`. For Node, Deno and Bun; everything else of the package runs in browsers, too.
 * @module
 */
export { FileExistsError, IncompleteDownloadError } from "./node/errors.ts";
export type { Saved, SaveOptions, SaveProgress } from "./node/save.ts";
export { save } from "./node/save.ts";
