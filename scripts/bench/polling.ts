/**
 * How well the polling paces itself, against well-known packages and against the best that is possible. Pretended time,
 * seeded random numbers: each run finds the same.
 *
 *   npm run bench:polling                all of it, in a few minutes; fills in docs/polling.md
 *   npm run bench:polling -- --quick     some seconds, no packages, fills in nothing
 */
import { parseArgs } from "node:util";
import { ours } from "../../test/conformance/ours.ts";
import { fillIn, machine } from "./docs.ts";
import { loadPeers } from "./peers/load.ts";
import { boundOf } from "./polling/bound.ts";
import { HISTORY, historyOf, runFamily, runOurs, sample } from "./polling/cells.ts";
import { families, unseenFamilies } from "./polling/families.ts";
import { defaultGoals, optionGoals } from "./polling/goals.ts";
import { plainKind } from "./polling/progress.ts";
import { seeded } from "./polling/random.ts";
import { familyTables, goalTable, historyTable, traceTable, verifiedTable } from "./polling/report.ts";
import { trace, traces } from "./polling/traces.ts";
import { verify } from "./polling/verify.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, jobs: { type: "string" } } });
const jobs = Number(values.jobs ?? (values.quick ? 200 : 5_000));

const results = families.map((family) => runFamily(family, jobs));
const goals = [...defaultGoals(results), ...optionGoals(results)];
console.log(goalTable(goals));
if (!values.quick) await publish();

async function publish(): Promise<void> {
  const unseen = unseenFamilies.map((family) => runFamily(family, jobs));
  const counts = [20, HISTORY, 200];
  const histories = families.map((family) => {
    const durations = sample(family, jobs, seeded(1));
    const bound = boundOf(family);
    const found = counts.map((count) => {
      const of = runOurs(durations, plainKind, historyOf(family, count));
      return [of, of.delay / bound(of.requests)] as const;
    });
    return [family.name, found] as const;
  });

  const peers = await loadPeers();
  const engines = [ours, ...Object.values(peers)];
  const verified = await verify(peers);
  const wrong = verified.filter(({ off }) => off > 0.01);
  if (wrong.length > 0) throw new Error(`No true model: ${wrong.map(({ name }) => name).join(", ")}.`);
  const traced = [];
  for (const job of traces) {
    const found = [];
    for (const engine of engines) found.push(await trace(engine, job));
    traced.push([job, found] as const);
  }

  fillIn("polling.md", {
    machine: `${machine()} ${jobs.toLocaleString("en")} jobs in each cell.`,
    goals: goalTable(goals),
    unseen: `${goalTable([...defaultGoals(unseen), ...optionGoals(unseen)])}\n\n${familyTables(unseen)}`,
    families: familyTables(results),
    histories: historyTable(histories, counts),
    traces: traceTable(
      engines.map(({ name }) => name),
      traced,
    ),
    models: verifiedTable(verified),
  });
}
