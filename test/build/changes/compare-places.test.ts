import { expect, test } from "vitest";
import { compareNames } from "../../../scripts/build/changes/compare-names.ts";
import { comparePlaces } from "../../../scripts/build/changes/compare-places.ts";
import { changed, modelOf, printer } from "./given.ts";

const inVain = "clients that were generated before may ask in vain. (operation-moved)";
const getPaper = "      operationId: getPaper\n";

test.each<readonly [from: string, to: string, told: readonly string[]]>([
  [
    "  /papers/{id}:",
    "  /sheets/{id}:",
    [`minor getPaper: It is \`GET /sheets/{id}\` now, not \`GET /papers/{id}\`: ${inVain}`],
  ],
  [
    "  /papers/{id}:\n    get:",
    "  /papers/{id}:\n    head:",
    [`minor getPaper: It is \`HEAD /papers/{id}\` now, not \`GET /papers/{id}\`: ${inVain}`],
  ],
  [
    "  /papers/{id}:",
    "  /papers/{paper}:",
    ["major getPaper: The path parameter `id` is called `paper` now. (path-parameter-renamed)"],
  ],
  [
    "  /papers/{id}:",
    "  /sheets/{+sheet}:",
    [
      "major getPaper: The path parameter `id` is called `sheet` now. (path-parameter-renamed)",
      `minor getPaper: It is \`GET /sheets/{+sheet}\` now, not \`GET /papers/{id}\`: ${inVain}`,
    ],
  ],
  [`  /papers/{id}:\n    get:\n${getPaper}`, "  /sheets/{id}:\n    get:\n      operationId: getSheet\n", []],
])("callers are told where an operation has moved to: %j -> %j", (was, is, told) => {
  const found = comparePlaces(modelOf(printer), modelOf(changed([was, is])));
  expect(
    found.map(({ impact, callers, message, rule }) => `${impact} ${callers}: ${message} (${rule})`),
  ).toEqual(told);
});

test("what stands at the place of another is that one by another name, although it has moved by its id", () => {
  const swapped = modelOf(
    changed(
      ["operationId: getPrint\n", "operationId: x\n"],
      [getPaper, "      operationId: getPrint\n"],
      ["operationId: x\n", "operationId: getPaper\n"],
    ),
  );
  expect(comparePlaces(modelOf(printer), swapped)).toEqual([]);
  expect(compareNames(modelOf(printer), swapped).map(({ message }) => message)).toEqual([
    "`getPrint` is called `getPaper` now.",
    "`getPaper` is called `getPrint` now.",
  ]);
});

test("an operation whose path parameter and whose id are others is called by another name", () => {
  const after = modelOf(
    changed([
      `  /papers/{id}:\n    get:\n${getPaper}`,
      "  /papers/{paper}:\n    get:\n      operationId: readPaper\n",
    ]),
  );
  expect(compareNames(modelOf(printer), after).map(({ message }) => message)).toEqual([
    "`getPaper` is called `readPaper` now.",
  ]);
});
