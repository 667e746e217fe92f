import { afterEach, beforeEach, expect, describe as group, test, vi } from "vitest";
import { describe } from "./describe.ts";
import { observe } from "./observe.ts";
import { ours } from "./ours.ts";
import { scenarios } from "./scenarios/index.ts";

// a callback that throws is told to the console
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

group.each(scenarios)("$name", (scenario) => {
  test(scenario.right, async () => {
    const seen = (await observe(ours, scenario)) ?? [];
    expect(describe(seen)).toBe(scenario.ours);
    expect(scenario.isRight(seen)).toBe(true);
  });
});
