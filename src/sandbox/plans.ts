import { checkCount } from "./count.ts";

/** The plans that were made for the jobs of one API, in that order. */
export interface Plans<Plan> {
  add(plan: Plan): void;
  /** The plan for a job that starts now; undefined if none was made. */
  take(): Plan | undefined;
}

export function createPlans<Plan extends { jobs?: number }>(): Plans<Plan> {
  const waiting: Array<{ plan: Plan; left: number }> = [];
  return {
    add(plan) {
      checkCount("jobs", plan.jobs ?? 1);
      waiting.push({ plan, left: plan.jobs ?? 1 });
    },
    take() {
      const next = waiting[0];
      if (!next) return undefined;
      next.left -= 1;
      if (next.left <= 0) waiting.shift();
      return next.plan;
    },
  };
}
