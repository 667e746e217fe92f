// What the command needs of this folder and of the libraries behind it, in one module to be loaded when they are needed.
export { findApi } from "./document/find-api.ts";
export { loadBundle } from "./document/load.ts";
export { suggest } from "./index.ts";
export { json } from "./show/json.ts";
export { configurationText, nextSteps } from "./show/next-steps.ts";
export { overlayText } from "./show/overlay.ts";
export { appliedText, reportText } from "./show/report.ts";
