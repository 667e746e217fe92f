import { ApiError, JobFailedError } from "../../src/index.ts";
import { createSandbox } from "../../src/sandbox/index.ts";
import { failures } from "./failures.ts";
import { quickClock } from "./quick-clock.ts";
import type { Screen } from "./screen.ts";
import { openScreen } from "./screen.ts";
import type { Stage, Story } from "./stories.ts";
import { stories } from "./stories.ts";

/** How many times faster than real the demo's time passes. */
const SPEED = 10;
/** How long each job takes, in the demo's milliseconds. */
const DURATION = 60_000;

/** Plays all stories at once. Gives the exit code: 0 when each of them ended as it was meant to. */
export async function play({ fail }: { readonly fail: boolean }): Promise<number> {
  const clock = quickClock(SPEED);
  const sandbox = createSandbox({ clock, jobs: { duration: DURATION } });
  if (fail) for (const plan of failures) sandbox.plan(plan);
  const server = await sandbox.listen();
  const screen = openScreen(process.stdout);
  console.log(`\nFive simulated systems on 127.0.0.1, their time ${SPEED} times as fast as yours:\n`);
  try {
    const stage = { urls: server.urls, sandbox, screen, options: { clock } };
    const ended = await Promise.all(stories.map((story) => tell(story, stage, screen)));
    const as = fail ? "failed" : "succeeded";
    const unexpected = ended.filter((each) => each !== as).length + sandbox.violations.length;
    console.log(unexpected > 0 ? `\n${unexpected} of them not as meant.` : `\n${closing(fail)}`);
    return unexpected > 0 ? 1 : 0;
  } finally {
    await server.close();
  }
}

async function tell(story: Story, stage: Stage, screen: Screen): Promise<"succeeded" | "failed" | "broken"> {
  try {
    await story.tell(stage);
    return "succeeded";
  } catch (error) {
    if (error instanceof JobFailedError) {
      screen.line(story.name, "error", `${error.name}: ${error.message}`);
      screen.line(story.name, "ref", JSON.stringify(error.ref));
      return "failed";
    }
    const known = error instanceof ApiError || error instanceof Error;
    screen.line(story.name, "broken", known ? `${error.name}: ${error.message}` : String(error));
    return "broken";
  }
}

function closing(fail: boolean): string {
  return fail
    ? `All five jobs failed, as asked for. Each error is a JobFailedError with the system's own code and message; it says
that the job ended badly, not that nobody could find out: that would be a PollingError or a PollTimeoutError, with a
ref to go on with.`
    : "All five jobs succeeded. See the README for how to do the same against the real systems.";
}
