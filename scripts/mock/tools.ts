// What `openapi-jobs mock` loads when it is called, so that other commands need not.
export { listen } from "./listen.ts";
export { createPlayer } from "./mock.ts";
export { ends } from "./story.ts";
