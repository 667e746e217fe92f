import type { Scenario } from "../scenario.ts";
import { callingOff } from "./calling-off.ts";
import { couldNotAsk } from "./could-not-ask.ts";
import { deadline } from "./deadline.ts";
import { retryAfter } from "./retry-after.ts";
import { statusWords } from "./status-words.ts";

/** Faults of well-known packages, each reproduced with them. */
export const scenarios: readonly Scenario[] = [
  ...retryAfter,
  ...couldNotAsk,
  ...statusWords,
  ...deadline,
  ...callingOff,
];
