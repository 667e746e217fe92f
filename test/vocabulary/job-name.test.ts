import { expect, test } from "vitest";
import { jobName } from "../../scripts/vocabulary/job-name.ts";

test.each([
  ["retrieveFineTuningJob", "GET", "/jobs/{id}", "fineTuningJob"],
  ["get_render_status_v1_renders__id__get", "GET", "/v1/renders/{id}", "render"],
  ["poll_import_v1_imports__task_id__get", "get", "/v1/imports/{task_id}", "importJob"],
  ["getRender_renders", "GET", "/renders/{id}", "renderRenders"],
  ["_renders__id__get", "GET", "/renders/{id}", "render"],
  [undefined, "GET", "/renders/{id}", "render"],
])("the job that %s of %s %s asks about is called %s", (id, method, path, name) => {
  expect(jobName({ id, method, path }, [], new Set())).toBe(name);
});
