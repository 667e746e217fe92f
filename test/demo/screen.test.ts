import { expect, test } from "vitest";
import type { Row } from "../../scripts/demo/screen.ts";
import { barLine, openScreen, textLine } from "../../scripts/demo/screen.ts";

test.each<[Row, string]>([
  [{ name: "mintlify", status: "running", progress: 42 }, "mintlify     ████████░░░░░░░░░░░░  42 %  running"],
  [{ name: "feishu", status: "1" }, "feishu       ····················        1"],
  [
    { name: "huawei-dws", status: "FAIL", progress: 9, ended: "failed" },
    "huawei-dws   ██░░░░░░░░░░░░░░░░░░   9 %  FAIL ✗",
  ],
  [
    { name: "huawei-drs", status: "success", ended: "succeeded" },
    "huawei-drs   ████████████████████ 100 %  success ✓",
  ],
])("a row is drawn as a bar: %j", (row, drawn) => {
  expect(barLine(row)).toBe(drawn);
});

test("an event is a line: who, what, and the rest", () => {
  expect(textLine("feishu", "accepted", '{"ticket":"1"}')).toBe('feishu       accepted   {"ticket":"1"}\n');
});

test("elsewhere than on a terminal, each update is a line of its own", () => {
  const { out, written } = recorder({ isTTY: false });
  const screen = openScreen(out);
  screen.row({ name: "mintlify", status: "running", progress: 42 });
  screen.row({ name: "mintlify", status: "completed", progress: 100, ended: "succeeded" });
  screen.line("mintlify", "bundle", "https://example.com/bundle.tar.gz");
  expect(written()).toBe(
    "mintlify     pending    running, 42 %\n" +
      "mintlify     succeeded  completed, 100 %\n" +
      "mintlify     bundle     https://example.com/bundle.tar.gz\n",
  );
});

test("on a terminal, bars are redrawn below the lines, and none is longer than the terminal is wide", () => {
  const { out, written } = recorder({ isTTY: true, columns: 30 });
  const screen = openScreen(out);
  screen.row({ name: "feishu", status: "1" });
  screen.line("feishu", "file", "a.pdf");
  expect(written()).toBe(
    "\u001b[1G\u001b[0Jfeishu       ················\n" +
      "\u001b[1A\u001b[1G\u001b[0Jfeishu       file       a.pdf\nfeishu       ················\n",
  );
});

/** A stream that keeps what is written to it, terminal or not. */
function recorder(kind: { readonly isTTY: boolean; readonly columns?: number }): {
  readonly out: NodeJS.WriteStream;
  readonly written: () => string;
} {
  let text = "";
  const out = {
    ...kind,
    write: (chunk: string) => {
      text += chunk;
      return true;
    },
    clearScreenDown: () => {
      text += "\u001b[0J";
      return true;
    },
  };
  // the screen uses no more of a stream than this
  return { out: out as unknown as NodeJS.WriteStream, written: () => text };
}
