import { poll, start } from "../../../src/index.ts";
import type { Job, Starter } from "../../../src/runtime/job/job.ts";
import type { JobHandle } from "../../../src/runtime/wait/handle.ts";
import type { Chapter, End } from "../answer/story.ts";
import { storyOf, tell } from "../answer/story.ts";
import type { Operation } from "../document/operations.ts";
import { createMock } from "../mock.ts";
import type { Documented } from "./documented.ts";
import { documented } from "./documented.ts";
import { createClientOf } from "./exercise.ts";
import { givensTo } from "./given.ts";
import { proof } from "./request.ts";

export interface Played {
  readonly jobs: number;
  /** Waits to the end of a job, with `start` or `poll`. */
  readonly waits: number;
  /** What did not go as the document says. */
  readonly faults: readonly string[];
  /** Jobs and starters that the mock cannot play, such as those that tell by the code of a refusal how they are. */
  readonly passedOver: readonly string[];
}

type AnyJob = Job<object, unknown, unknown, unknown>;
type AnyStarter = Starter<object, unknown, unknown, AnyJob>;

/**
 * Waits for each job of a generated client, to each of its ends, and once more from each call that starts it, on a mock that
 * knows no API.
 */
export async function play(exports: Readonly<Record<string, unknown>>, document: unknown): Promise<Played> {
  const createClient = createClientOf(exports);
  const operations = documented(exports, document).flatMap(([, operation]) => operation ?? []);
  const operationOf = (run: unknown): Documented | undefined => operations.find((each) => each.run === run);
  const faults: string[] = [];
  const passedOver: string[] = [];
  let waits = 0;
  const jobs = Object.entries(exports).filter((entry): entry is [string, AnyJob] => isJob(entry[1]));
  for (const [name, job] of jobs) {
    const operation = operationOf(job.ask);
    const [given] = operation ? givensTo(operation, document) : [];
    const courses = operation && coursesOf(operation, document);
    if (!operation || !given || !courses) {
      passedOver.push(name);
      continue;
    }
    const wait = async (who: string, course: Course, begin: Begin, before: number) => {
      waits++;
      const fetch = playing(course, document, before);
      const client = createClient({ auth: proof, baseUrl: "https://mock.test", rateLimit: false, fetch });
      const fault = await outcome(course, () => begin(client));
      if (fault !== undefined)
        faults.push(`${who}, ${course.end} by ${JSON.stringify(course.status)}: ${fault}`);
    };
    for (const course of courses)
      await wait(name, course, (client) => poll(client, job, given.params, quick), 0);
    for (const [starterName, starter] of startersOf(job, exports)) {
      const from = operationOf(starter);
      const [params] = from ? givensTo(from, document).map((each) => each.params) : [];
      const [course] = courses;
      if (params === undefined || course === undefined) passedOver.push(starterName);
      else await wait(starterName, course, (client) => start(client, starter, params, quick), 1);
    }
  }
  return { jobs: jobs.length, waits, faults, passedOver };
}

/** How a job goes. */
interface Course {
  readonly end: End;
  /** The status that it ends with. */
  readonly status: unknown;
  /** The states that are to be seen. */
  readonly states: readonly Chapter["state"][];
}

/** A course for each status that ends a job, by way of each pending one; `undefined` where the mock cannot tell one. */
function coursesOf(question: Operation, document: unknown): readonly Course[] | undefined {
  const { pending = [], ends = undefined } = storyOf(question, document) ?? {};
  const last = Object.values(ends ?? {}).flat();
  const isTold = [...pending, ...last].every((each) => tell(each, question, document) !== undefined);
  if (!isTold || last.length === 0) return undefined;
  return last.flatMap(({ state, status }) =>
    state === "pending"
      ? []
      : [{ end: state, status, states: [...pending.map((each) => each.state), state] }],
  );
}

/** A mock on which each look at the job finds the next status, from the first request after so many. */
function playing({ end, status, states }: Course, document: unknown, before: number): typeof fetch {
  let requests = 0;
  const clock = { now: () => Math.max(0, requests - before) };
  const mock = createMock(Object(document), { clock });
  mock.plan({ duration: states.length - 1, end, status });
  return async (request) => {
    const answer = await mock.fetch(request);
    requests++;
    return answer;
  };
}

type Begin = (client: object) => Handle | Promise<Handle>;
type Handle = JobHandle<unknown, unknown, unknown>;

/** Nobody waits for a mock. */
const quick = { interval: 0, timeout: 60_000 };

function isJob(value: unknown): value is AnyJob {
  return typeof value === "object" && value !== null && "ask" in value && "read" in value;
}

function startersOf(
  job: AnyJob,
  exports: Readonly<Record<string, unknown>>,
): readonly (readonly [string, AnyStarter])[] {
  return Object.entries(exports).filter(
    (entry): entry is [string, AnyStarter] =>
      typeof entry[1] === "function" && "job" in entry[1] && entry[1].job === job,
  );
}

/** In what a wait did not go like its course. */
async function outcome(course: Course, begin: () => Handle | Promise<Handle>): Promise<string | undefined> {
  const states: string[] = [];
  try {
    const handle = await begin();
    for await (const { state } of handle) {
      states.push(state);
      if (states.length > course.states.length) break;
    }
    const seen = states.join(", ");
    if (seen !== course.states.join(", ")) return `It was ${seen}.`;
    await handle.result();
    return course.end === "succeeded" ? undefined : "It gave a result.";
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const wanted = course.end === "failed" ? "JobFailedError" : "JobCanceledError";
    return course.end !== "succeeded" && name === wanted ? undefined : String(error);
  }
}
