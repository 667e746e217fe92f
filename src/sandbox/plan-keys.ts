import type { JobPlan } from "./sandbox.ts";

type Api = JobPlan["api"];
type PlanOf<A extends Api> = Extract<JobPlan, { api: A }>;

const shared = ["api", "jobs", "duration", "steps", "stall", "failure", "reach"] as const;

/** What a plan for a job of each API may say. */
const keys: { readonly [A in Api]: readonly (keyof PlanOf<A>)[] } = {
  feishu: [...shared, "fileTokenDelay"],
  mintlify: shared,
  "mintlify-agent": [...shared, "nothingToDo"],
  "huawei-dws": shared,
  "huawei-ges": [...shared, "edition"],
  "huawei-drs": [...shared, "success"],
};

/** The APIs that start jobs. */
export const planned: readonly string[] = Object.keys(keys);

/** Throws a `TypeError` on a key that no plan for this API has: passed over, it would let the job go as if nothing was said. */
export function checkPlanKeys(plan: JobPlan): void {
  const known: readonly string[] = keys[plan.api];
  const unknown = Object.keys(plan).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new TypeError(`A plan for ${plan.api} has no \`${unknown}\`. There are: ${known.join(", ")}.`);
}
