/** @module An API of your own, played by its document: in memory through `mock.fetch`, without ports and timers. */

export type { MockPlan, UsualPlan } from "./answer/plan.ts";
export type { Mock, MockOptions } from "./mock.ts";
export { createMock } from "./mock.ts";
