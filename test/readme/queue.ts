import type { WaitState } from "openapi-jobs";
import { start, stepwise } from "openapi-jobs";
import { createGraphBackup, createHuaweiGesClient, graphJob } from "openapi-jobs/huawei-ges";
import { iamToken } from "openapi-jobs/huawei-iam";
import { createSandbox } from "openapi-jobs/sandbox";

const sandbox = createSandbox();
const { user, password, domain, project, projectId } = sandbox.credentials.huawei;
const auth = iamToken({ user, password, domain, project });
const ges = createHuaweiGesClient({ auth, fetch: sandbox.fetch });
const graphId = sandbox.huaweiGes.graphs[0]?.id ?? "";

const { ref } = await start(ges, createGraphBackup, { projectId, graphId });
const wait = stepwise(ges, graphJob, ref);

// stands for your queue: keeps a text, and hands it back when its time has come
const queue = [JSON.stringify(wait.begin(Date.now()))];
for (let message = queue.shift(); message !== undefined; message = queue.shift()) {
  const saved: WaitState<never, never, never> = JSON.parse(message);
  await new Promise((resolve) => setTimeout(resolve, saved.due - Date.now()));
  const { next, state } = wait.step(saved, await wait.look(), Date.now(), Math.random());
  if (next === "look") queue.push(JSON.stringify(state));
  else console.log(state.update?.state, state.polls);
}
