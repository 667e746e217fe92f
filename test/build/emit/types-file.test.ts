import { expect, test } from "vitest";
import { printTypes } from "../../../scripts/build/emit/types-file.ts";

test("a property with a default may be left out, unless it is required", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "Printer", version: "1" },
    paths: {},
    components: {
      schemas: {
        Print: {
          type: "object",
          required: ["copies"],
          properties: {
            copies: { type: "integer", default: 1 },
            color: { type: "boolean", default: false },
          },
        },
      },
    },
  };
  const types = printTypes(JSON.stringify(document), "").replace(/\/\*\*.*?\*\/\s*/gs, "");
  expect(types).toContain("copies: number;");
  expect(types).toContain("color?: boolean;");
});
