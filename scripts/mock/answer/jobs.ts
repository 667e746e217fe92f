import type { Course } from "../../../src/sandbox/course.ts";
import { lookAt, setOut } from "../../../src/sandbox/course.ts";
import { createPlans } from "../../../src/sandbox/plans.ts";
import { valueAt } from "../../vocabulary/pointer.ts";
import type { Operation } from "../document/operations.ts";
import type { Asked } from "../request/asked.ts";
import { parameterOf } from "../request/asked.ts";
import type { Pin } from "../sample/making.ts";
import type { MockPlan, UsualPlan } from "./plan.ts";
import { checkPlan, checkUsualPlan } from "./plan.ts";
import type { Chapter } from "./story.ts";
import { ends, storyOf } from "./story.ts";

/** What tells a job from others. */
export interface Identity {
  readonly question: Operation;
  /** What a question for it has to say. */
  readonly known: readonly Known[];
  /** What an answer may say of it. */
  readonly pins: readonly Pin[];
}

/** A parameter of a question, or what stands in its body. */
export interface Known {
  readonly where: { readonly parameter: string } | { readonly body: readonly string[] };
  readonly value: unknown;
}

/** A job, looked at. */
export interface Seen {
  readonly chapter: Chapter;
  /** 0 to 100. */
  readonly progress: number;
  readonly pins: readonly Pin[];
}

/** The jobs of an API. */
export interface Jobs {
  plan(plan: MockPlan): void;
  /** Begins jobs of one request, which may say how they end; gives the reason, in a sentence, if they cannot go so. */
  begin(identities: readonly Identity[], request: Asked): string | undefined;
  /** The newest that the question is for. */
  look(question: Asked): Seen | undefined;
}

export function createJobs(document: unknown, now: () => number, usual: UsualPlan): Jobs {
  checkUsualPlan(usual);
  const plans = createPlans<MockPlan>();
  const jobs: Job[] = [];
  return {
    plan(plan) {
      checkPlan(plan);
      plans.add(plan);
    },
    begin(identities, { headers }) {
      const wish = headers.get("x-mock-end");
      const end = ends.find((each) => each === wish);
      if (wish !== null && end === undefined)
        return `The header \`x-mock-end\` takes succeeded, failed or canceled, and not ${wish}.`;
      const plan = { ...usual, ...plans.take(), ...(end === undefined ? {} : { end }) };
      const begun = identities.map((identity) => setOutWith(plan, identity, document, now()));
      const refused = begun.find((each) => typeof each === "string");
      if (refused === undefined) jobs.unshift(...begun.filter((each) => typeof each !== "string"));
      return refused;
    },
    look(question) {
      const job = jobs.find((each) => isFor(question, each));
      if (job === undefined) return undefined;
      const { state, step, progress } = lookAt(job.course, now());
      return { chapter: state === "under way" ? step : job.end, progress, pins: job.pins };
    },
  };
}

interface Job extends Identity {
  readonly course: Course<Chapter, Chapter>;
  readonly end: Chapter;
}

function setOutWith(
  { end: state = "succeeded", status, ...plan }: MockPlan,
  identity: Identity,
  document: unknown,
  now: number,
): Job | string {
  const { pending = [], ends: all } = storyOf(identity.question, document) ?? {};
  const end = all?.[state].find((each) => status === undefined || each.status === status);
  if (end === undefined) {
    const by = status === undefined ? "" : ` by ${status}`;
    return `This job cannot be ${state}${by}: its \`x-polling\` lists no such status.`;
  }
  // without a status for a job that is pending, it is never seen to be
  const usual = pending.length > 0 ? { duration: 3000, steps: pending } : { duration: 0, steps: [end] };
  const failure = state === "succeeded" ? {} : { failure: end };
  return { ...identity, end, course: setOut({ ...plan, ...failure }, usual, now) };
}

function isFor(asked: Asked, { question, known }: Job): boolean {
  return (
    question === asked.operation &&
    known.every(({ where, value }) => {
      const said =
        "parameter" in where ? parameterOf(asked, where.parameter) : valueAt(asked.body, where.body);
      return said !== undefined && String(said) === String(value);
    })
  );
}
