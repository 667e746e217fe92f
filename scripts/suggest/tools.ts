// What the command needs of this folder and of the libraries behind it, in one module to be loaded when they are needed.
export { findApi } from "./find-api.ts";
export { suggest } from "./index.ts";
export { json } from "./json.ts";
export { loadBundle } from "./load.ts";
export { overlayText } from "./overlay.ts";
export { appliedText, nextSteps, reportText } from "./report.ts";
