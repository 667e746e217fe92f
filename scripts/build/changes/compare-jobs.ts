import type { Scalar } from "../../vocabulary/extensions.ts";
import type { Access, ApiModel, JobModel, LinkModel } from "../model/model.ts";
import type { Change, Impact } from "./change.ts";
import { comparePace } from "./compare-pace.ts";
import type { Pair } from "./pairs.ts";
import { jobPairs, sameOperation } from "./pairs.ts";
import { readElsewhere } from "./read-elsewhere.ts";

/** What changed about jobs: what statuses mean, what a result has, what follows, and what starts them. */
export function compareJobs(before: ApiModel, after: ApiModel): readonly Change[] {
  const pairs = jobPairs(before, after);
  const known = new Set(pairs.flat());
  const isSame = sameOperation(before, after);
  return [
    ...before.jobs.filter((job) => !known.has(job)).map(gone),
    ...pairs.flatMap(([old, job]) => compareJob(old, job, isSame)),
    ...after.jobs
      .filter((job) => !known.has(job))
      .map(({ name }) => change("minor", name, "This job is new.", "job-added")),
    ...compareStarters(before, after, isSame, pairs),
  ];
}

type IsSame = ReturnType<typeof sameOperation>;
type Say = (impact: Impact, message: string, rule: string) => Change;

function gone({ name }: JobModel): Change {
  return change("major", name, "This job is gone.", "job-removed");
}

function compareJob(old: JobModel, job: JobModel, isSame: IsSame): readonly Change[] {
  const { name } = job;
  const say: Say = (impact, message, rule) => change(impact, name, message, rule);
  return [
    ...(old.name === name ? [] : [say("major", `\`${old.name}\` is called \`${name}\` now.`, "job-renamed")]),
    ...(isSame(old.ask, job.ask)
      ? []
      : [
          say(
            "major",
            `It is asked for with \`${job.ask.name}\` now, not with \`${old.ask.name}\`.`,
            "job-moved",
          ),
        ]),
    ...compareStatuses(old, job),
    ...(old.otherwise === job.otherwise
      ? []
      : [
          say(
            "major",
            `A status in no list counts as ${job.otherwise} now, not as ${old.otherwise}.`,
            "otherwise-changed",
          ),
        ]),
    ...(old.missing === job.missing
      ? []
      : [say("minor", `An absent status counts as ${job.missing ?? "unreadable"} now.`, "missing-changed")]),
    ...compareReading(old, job, say),
    ...old.result.requires
      .filter((field) => !job.result.requires.includes(field))
      .map((field) => say("major", `The result may lack \`${field}\` now.`, "required-result-removed")),
    ...job.result.requires
      .filter((field) => !old.result.requires.includes(field))
      .map((field) =>
        say("minor", `The job has succeeded only when there is \`${field}\`.`, "required-result-added"),
      ),
    ...compareLinks(old.links, job.links, isSame, say),
    ...comparePace(old.pace, job.pace, say),
  ];
}

/** Where in an answer it is read what callers see. */
function compareReading(old: JobModel, job: JobModel, say: Say): readonly Change[] {
  const compared = [
    ["minor", "The status", "status-place-changed", old.status.accesses, job.status.accesses],
    ["major", "The result", "result-changed", [old.result.access], [job.result.access]],
    [
      "major",
      "What makes it a failure although it has succeeded",
      "failed-if-changed",
      old.failedIf,
      job.failedIf,
    ],
    ["major", "`code` of a `JobFailedError`", "job-error-changed", old.error.code, job.error.code],
    ["minor", "The reason in a `JobFailedError`", "job-error-changed", old.error.message, job.error.message],
    ["minor", "The progress", "progress-changed", progressOf(old), progressOf(job)],
  ] as const;
  return compared.flatMap(([impact, what, rule, was, is]) => {
    const message = readElsewhere(was, is);
    return message === undefined ? [] : [say(impact, `${what} ${message}.`, rule)];
  });
}

function progressOf({ progress }: JobModel): readonly Access[] {
  if (progress === undefined) return [];
  return typeof progress.total === "object" ? [progress.done, progress.total] : [progress.done];
}

function compareStatuses(old: JobModel, job: JobModel): readonly Change[] {
  return changedStatuses(old, job).flatMap(({ value, was, is }): readonly Change[] => {
    const status = `Status ${JSON.stringify(value)}`;
    if (was === undefined)
      return [change("minor", job.name, `${status} is new, and counts as ${is}.`, "status-added")];
    if (is !== undefined)
      return [change("major", job.name, `${status} counts as ${is} now, not as ${was}.`, "status-moved")];
    // with an enum, it cannot come any more
    if (job.status.domain === "closed")
      return [change("minor", job.name, `${status} is gone.`, "status-removed")];
    // what is refused with a code in no list is no status any more
    if (job.status.accesses.some(({ from }) => from === "errorCode"))
      return [
        change(
          "major",
          job.name,
          `${status} is in no list any more; before, it counted as ${was}.`,
          "status-removed",
        ),
      ];
    const impact = was === job.otherwise ? "minor" : "major";
    const message = `${status} is in no list any more, and counts as ${job.otherwise}; before, as ${was}.`;
    return [change(impact, job.name, message, "status-removed")];
  });
}

/** The statuses that count as something else than before; those in no list count as nothing. */
export function changedStatuses(
  old: JobModel,
  job: JobModel,
): readonly { readonly value: Scalar; readonly was: string | undefined; readonly is: string | undefined }[] {
  return [...new Set([...listedIn(old), ...listedIn(job)])]
    .map((value) => ({ value, was: stateOf(value, old), is: stateOf(value, job) }))
    .filter(({ was, is }) => was !== is);
}

function listedIn({ cases }: JobModel): readonly Scalar[] {
  return cases.flatMap(({ values }) => values);
}

function stateOf(value: Scalar, { cases }: JobModel): string | undefined {
  return cases.find(({ values }) => values.includes(value))?.state;
}

function compareLinks(
  before: readonly LinkModel[],
  after: readonly LinkModel[],
  isSame: IsSame,
  say: Say,
): readonly Change[] {
  const lost = before.filter(({ name }) => !after.some((each) => each.name === name));
  const added = after.filter(({ name }) => !before.some((each) => each.name === name));
  const kept = after.flatMap((link) => {
    const old = before.find(({ name }) => name === link.name);
    return old ? [{ link, asks: asked(link).filter((param) => !asked(old).includes(param)), old }] : [];
  });
  return [
    ...lost.map(({ name }) => say("major", `\`follow(${JSON.stringify(name)})\` is gone.`, "link-removed")),
    ...added.map(({ name }) => say("minor", `\`follow(${JSON.stringify(name)})\` is new.`, "link-added")),
    ...kept
      .filter(({ link, old }) => !isSame(old.target, link.target))
      .map(({ link }) =>
        say("major", `\`follow(${JSON.stringify(link.name)})\` leads elsewhere.`, "link-moved"),
      ),
    ...kept
      .filter(({ asks }) => asks.length > 0)
      .map(({ link: { name }, asks }) =>
        say(
          "major",
          `\`follow(${JSON.stringify(name)})\` asks for \`${asks.join("`, `")}\` now.`,
          "link-asks-more",
        ),
      ),
  ];
}

/** The required parameters of the target that a link does not fill in. */
function asked({ target, params, url }: LinkModel): readonly string[] {
  const given = [...params.map(([name]) => name), ...(url?.names ?? [])];
  const required = [
    ...target.parameters.flatMap((group) => group.required),
    ...(target.body?.required ? ["body"] : []),
  ];
  return required.filter((name) => !given.includes(name));
}

function compareStarters(
  before: ApiModel,
  after: ApiModel,
  isSame: IsSame,
  jobs: readonly Pair<JobModel>[],
): readonly Change[] {
  const lost = before.starters.filter(
    ({ operation }) =>
      after.operations.some((each) => isSame(operation, each)) &&
      !after.starters.some((each) => isSame(operation, each.operation)),
  );
  return [
    ...lost.map(({ operation }) =>
      change("major", operation.name, "`start` does not take it any more.", "starter-removed"),
    ),
    ...after.starters.flatMap(({ operation, job }): readonly Change[] => {
      const old = before.starters.find((each) => isSame(each.operation, operation));
      if (old === undefined)
        return [change("minor", operation.name, "It starts a job: `start` takes it.", "starter-added")];
      if (jobs.some(([was, is]) => was === old.job && is === job)) return [];
      const message = `It starts the job \`${job.name}\` now, not \`${old.job.name}\`.`;
      return [change("major", operation.name, message, "starter-moved")];
    }),
  ];
}

function change(impact: Impact, caller: string, message: string, rule: string): Change {
  return { impact, callers: [caller], message, rule };
}
