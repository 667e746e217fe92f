import type { Command } from "./command.ts";
import { generateHere } from "./generate.ts";
import { lintHere } from "./lint.ts";
import { mockHere } from "./mock.ts";
import { suggestHere } from "./suggest.ts";

/** The commands of `openapi-jobs`, in the order of its help. */
export const commands: readonly Command[] = [generateHere, lintHere, suggestHere, mockHere];
