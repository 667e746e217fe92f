import { describe, expect, test } from "vitest";
import type { Code } from "../../../scripts/build/emit/layout.ts";
import {
  braces,
  brackets,
  group,
  hardLine,
  indent,
  layOut,
  line,
  objectType,
  parentheses,
} from "../../../scripts/build/emit/layout.ts";

const call: Code = ["call", parentheses(["first", braces(["a: 1", "b: 2"])]), ";"];

describe("laying out", () => {
  test("keeps on one line what fits", () => {
    expect(layOut(call, 30)).toBe("call(first, { a: 1, b: 2 });");
  });

  test("breaks the outermost group that does not fit, and only that", () => {
    expect(layOut(call, 27)).toBe("call(\n  first,\n  { a: 1, b: 2 },\n);");
  });

  test("breaks inner groups when they have no room either", () => {
    expect(layOut(call, 12)).toBe("call(\n  first,\n  {\n    a: 1,\n    b: 2,\n  },\n);");
  });

  test("counts what follows a group up to the next possible break", () => {
    const code: Code = [group("x =", indent(line, "1")), "; // and so on", hardLine, "y"];
    expect(layOut(code, 17)).toBe("x =\n  1; // and so on\ny");
    expect(layOut(code, 19)).toBe("x = 1; // and so on\ny");
  });

  test("breaks a group that holds a line which must break", () => {
    expect(layOut(parentheses(["a", ["{", hardLine, "}"]]), 80)).toBe("(\n  a,\n  {\n  },\n)");
  });

  test("puts semicolons in types, and leaves nothing inside what is empty", () => {
    expect(layOut(objectType(["a: A", "b: B"]), 80)).toBe("{ a: A; b: B }");
    expect(layOut(objectType(["a: A", "b: B"]), 10)).toBe("{\n  a: A;\n  b: B;\n}");
    expect(layOut([braces([]), brackets([])], 10)).toBe("{}[]");
  });
});
