import { expect, test } from "vitest";
import { safeName } from "../../src/node/safe-name.ts";

test.each([
  ["plan.pdf", "plan.pdf"],
  ["计划 – final (2).pdf", "计划 – final (2).pdf"],
  ["../../etc/passwd", "__.._etc_passwd"],
  ["C:\\plan.pdf", "C__plan.pdf"],
  ["plan.pdf:stream", "plan.pdf_stream"],
  ["a<b>c|d?e*f.csv", "a_b_c_d_e_f.csv"],
  [".profile", "_profile"],
  ["..", "_"],
  ["plan.pdf. . ", "plan.pdf"],
  ["  plan.pdf", "plan.pdf"],
  ["con", "_con"],
  ["NUL.tar.gz", "_NUL.tar.gz"],
  ["com1.txt", "_com1.txt"],
  ["console.log", "console.log"],
  ["in\u0000vi\u0007sible\u007F.txt", "invisible.txt"],
  ["plan\u202Efdp.exe", "planfdp.exe"],
  ["half\uD83D.txt", "half.txt"],
  ["e\u0301.txt", "\u00E9.txt"],
  ["", "download"],
  [" \n ", "download"],
  [undefined, "download"],
])("%j is saved as %j", (name, saved) => {
  expect(safeName(name)).toBe(saved);
});

test("a long name is cut before its extension, and never inside a character", () => {
  expect(safeName(`${"a".repeat(300)}.tar.gz`)).toBe(`${"a".repeat(193)}.tar.gz`);
  expect(safeName(`${"😀".repeat(100)}.pdf`)).toBe(`${"😀".repeat(49)}.pdf`);
});
