import { expect, test } from "vitest";
import { compareJobs } from "../../../scripts/build/changes/compare-jobs.ts";
import { usualPace } from "../../../scripts/build/changes/compare-pace.ts";
import { settingsOf } from "../../../src/runtime/wait/options.ts";
import { changed, modelOf, printer } from "./given.ts";

type Replacement = readonly [from: string, to: string];

/** What is said when the printer changes so. */
function said(...replacements: readonly Replacement[]): readonly string[] {
  return compareJobs(modelOf(printer), modelOf(changed(...replacements))).map(
    ({ impact, callers, message, rule }) => `${impact} ${callers.join()}: ${message} (${rule})`,
  );
}

const cases: readonly (readonly [what: string, change: readonly Replacement[], said: readonly string[]])[] = [
  ["nothing", [], []],
  [
    "nothing, where the types know no more of the places that are read",
    [
      [
        "content: { application/json: { schema: { $ref: '#/components/schemas/Print' } } }\n",
        "content: { application/json: { schema: {} } }\n",
      ],
    ],
    [],
  ],
  [
    "nothing, where the schema of these places is not there any more",
    [["    Print:\n      type: object\n", "    Sheet:\n      type: object\n"]],
    [],
  ],
  [
    "where a result is read from",
    [["requires: [pages]", "result: $response.body#/parent, requires: [pages]"]],
    ["major print: The result is read from another place. (result-changed)"],
  ],
  [
    "a new status",
    [["failed: [jammed]", "failed: [jammed, stuck]"]],
    ['minor print: Status "stuck" is new, and counts as failed. (status-added)'],
  ],
  [
    "a status that means something else",
    [
      ["pending: [waiting]", "pending: [waiting, jammed]"],
      ["failed: [jammed], ", ""],
    ],
    ['major print: Status "jammed" counts as pending now, not as failed. (status-moved)'],
  ],
  [
    "a status that the service has no more",
    [
      ["failed: [jammed], ", ""],
      ["done, jammed]", "done]"],
    ],
    ['minor print: Status "jammed" is gone. (status-removed)'],
  ],
  [
    "a status that is not listed any more, where any may come",
    [
      ["failed: [jammed], ", ""],
      ["{ type: string, enum: [waiting, done, jammed] }", "{ type: string }"],
    ],
    [
      'major print: Status "jammed" is in no list any more, and counts as pending; before, as failed. (status-removed)',
    ],
  ],
  [
    "a code that is not listed any more, so that what is refused with it is no status",
    [
      ["failed: [jammed], ", ""],
      ["status: $response.body#/state", "status: [$errorCode, $response.body#/state]"],
    ],
    [
      'major print: Status "jammed" is in no list any more; before, it counted as failed. (status-removed)',
      "minor print: The status is read from another place. (status-place-changed)",
    ],
  ],
  [
    "what other values count as",
    [["failed: [jammed]", "failed: [jammed], otherwise: failed, missing: pending"]],
    [
      "major print: A status in no list counts as failed now, not as pending. (otherwise-changed)",
      "minor print: An absent status counts as pending now. (missing-changed)",
    ],
  ],
  [
    "what a result has",
    [["requires: [pages]", "requires: [paper]"]],
    [
      "major print: The result may lack `pages` now. (required-result-removed)",
      "minor print: The job has succeeded only when there is `paper`. (required-result-added)",
    ],
  ],
  [
    "the name of the job",
    [["job: print,", "job: printing,"]],
    ["major printing: `print` is called `printing` now. (job-renamed)"],
  ],
  [
    "how often it is asked",
    [["minInterval: 2s", "minInterval: 3s"]],
    ["minor print: Its `minInterval` is 3s now, not 2s. (pace-changed)"],
  ],
  [
    "how long it is waited for",
    [["minInterval: 2s", "timeout: 10m, delay: 5s, maxInterval: 5m"]],
    [
      "major print: Its `timeout` is 10m now, not 1h. (timeout-changed)",
      "minor print: Its `delay` is 5s now, not left open. (pace-changed)",
      "minor print: Its `minInterval` is 1s now, not 2s. (pace-changed)",
    ],
  ],
  [
    "a longer wait",
    [["minInterval: 2s", "minInterval: 2s, timeout: 1d"]],
    ["minor print: Its `timeout` is 1d now, not 1h. (timeout-changed)"],
  ],
  [
    "what is read of a failure and of the progress",
    [
      [
        "minInterval: 2s",
        "minInterval: 2s, failedIf: $response.body#/jam, error: { code: $response.body#/jam, message: $response.body#/why }, progress: $response.body#/percent",
      ],
    ],
    [
      "major print: What makes it a failure although it has succeeded is read now. (failed-if-changed)",
      "major print: `code` of a `JobFailedError` is read now. (job-error-changed)",
      "minor print: The reason in a `JobFailedError` is read now. (job-error-changed)",
      "minor print: The progress is read now. (progress-changed)",
    ],
  ],
  [
    "a link that is gone, and one that is new",
    [["links: { paper:", "links: { sheet:"]],
    [
      'major print: `follow("paper")` is gone. (link-removed)',
      'minor print: `follow("sheet")` is new. (link-added)',
    ],
  ],
  [
    "a link that leaves more to the caller",
    [["getPaper, parameters: { id: $response.body#/paper }", "getPaper"]],
    ['major print: `follow("paper")` asks for `id` now. (link-asks-more)'],
  ],
  [
    "a link to another operation",
    [["paper: { operationId: getPaper,", "paper: { operationId: getPrint,"]],
    ['major print: `follow("paper")` leads elsewhere. (link-moved)'],
  ],
  [
    "what starts it",
    [["links: { status: { operationId: getPrint", "links: { status: { operationId: getPaper"]],
    ["major createPrint: `start` does not take it any more. (starter-removed)"],
  ],
  [
    "a starter whose link is taken away",
    [["links: { status: { operationId: getPrint, parameters: { id: $response.body#/id } } }", "links: {}"]],
    ["major createPrint: `start` does not take it any more. (starter-removed)"],
  ],
  [
    "nothing, where all is asked elsewhere",
    [
      ["/prints", "/v2/prints"],
      ["/papers", "/v2/papers"],
    ],
    [],
  ],
  ["nothing, where a path calls its parameter otherwise", [["/prints/{id}", "/prints/{print}"]], []],
  [
    "the operation that it is asked for with, where the job keeps its name",
    [
      ["x-polling: { job: print,", "x-nothing: { job: print,"],
      [
        "      operationId: getPaper\n",
        "      operationId: getPaper\n      x-polling: { job: print, status: $response.body#/0/state, pending: [waiting], succeeded: [done], failed: [jammed], requires: [pages], minInterval: 2s }\n",
      ],
    ],
    [
      "major print: It is asked for with `getPaper` now, not with `getPrint`. (job-moved)",
      "minor print: The status is read from another place. (status-place-changed)",
      'major print: `follow("paper")` is gone. (link-removed)',
      "major createPrint: `start` does not take it any more. (starter-removed)",
      "minor getPrint: It starts a job: `start` takes it. (starter-added)",
    ],
  ],
  [
    "the job itself",
    [["x-polling:", "x-nothing:"]],
    [
      "major print: This job is gone. (job-removed)",
      "major createPrint: `start` does not take it any more. (starter-removed)",
    ],
  ],
];

test.each(cases)("callers are told of %s", (_, change, expected) => {
  expect(said(...change)).toEqual(expected);
});

test("and of a job that was not there before", () => {
  const before = modelOf(changed(["x-polling:", "x-nothing:"]));
  expect(compareJobs(before, modelOf(printer)).map(({ impact, rule }) => `${impact} ${rule}`)).toEqual([
    "minor job-added",
    "minor starter-added",
  ]);
});

test("and of an operation that starts another job than before", () => {
  const [one, other] = ["getPrint", "getDraft"].map((asked) =>
    changed(
      [
        "/papers/{id}:\n    get:\n      operationId: getPaper\n",
        `${draft}  /papers/{id}:\n    get:\n      operationId: getPaper\n`,
      ],
      ["links: { status: { operationId: getPrint", `links: { status: { operationId: ${asked}`],
    ),
  );
  expect(compareJobs(modelOf(one ?? ""), modelOf(other ?? ""))).toEqual([
    {
      impact: "major",
      callers: ["createPrint"],
      message: "It starts the job `draft` now, not `print`.",
      rule: "starter-moved",
    },
  ]);
});

const draft = `/drafts/{id}:
    get:
      operationId: getDraft
      x-polling: { job: draft, status: $response.body#/state, pending: [waiting], succeeded: [done], failed: [jammed] }
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: Draft, content: { application/json: { schema: { $ref: '#/components/schemas/Print' } } } } }
`;

test("what is usual where a specification says nothing is what the runtime does", () => {
  const { timeout, minInterval, maxInterval } = settingsOf({}, {});
  expect(usualPace).toEqual({ timeout, minInterval, maxInterval });
});
