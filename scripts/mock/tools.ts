// What `openapi-jobs mock` loads when it is called, so that other commands need not.

export { ends } from "./answer/story.ts";
export { listen } from "./listen.ts";
export { createPlayer } from "./mock.ts";
