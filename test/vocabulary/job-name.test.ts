import { expect, test } from "vitest";
import { jobName } from "../../scripts/vocabulary/job-name.ts";

test.each([
  ["retrieveFineTuningJob", "GET", "/jobs/{id}", "fineTuningJob"],
  ["get_render_status_v1_renders__id__get", "GET", "/v1/renders/{id}", "render"],
  ["poll_import_v1_imports__task_id__get", "get", "/v1/imports/{task_id}", "importJob"],
  ["getRender_renders", "GET", "/renders/{id}", "renderRenders"],
  ["_renders__id__get", "GET", "/renders/{id}", "render"],
  [undefined, "GET", "/renders/{id}", "render"],
  ["get_project_by_id", "GET", "/v1/projects/{project_id}", "project"],
  ["get-task-by-repo-and-id", "GET", "/repos/{repo}/tasks/{id}", "task"],
  ["requestsFindById", "GET", "/requests/{requestId}", "requests"],
  ["getDocumentDetail", "GET", "/documents/{id}", "document"],
  ["get_conversation_history_route", "GET", "/conversations/{id}", "conversationHistory"],
  ["project_id/group_snapshots/id:get", "GET", "/{project_id}/group_snapshots/{id}", "groupSnapshots"],
  ["GET_contacts-exports-id", "GET", "/contacts/exports/{id}", "contactsExports"],
  ["get-sessions-sessionId", "GET", "/sessions/{sessionId}", "sessions"],
  ["Get Bulk Export Status", "GET", "/exports/{id}", "bulkExport"],
  ["getById", "GET", "/scans/{id}", "getById"],
  ["getStatusById", "GET", "/scans/{id}", "statusById"],
  ["getAccountExportId", "GET", "/account-exports/{export_id}", "accountExport"],
  ["getClusterDeploymentsJob", "GET", "/clusters/{cluster}/jobs/{job_id}", "clusterDeploymentsJob"],
  ["getBid", "GET", "/bids/{id}", "bid"],
  // nothing of a path is a pattern
  ["getThingById", "GET", "/things/{a(id}", "thing"],
  ["getReportStandby", "GET", "/reports/{id}", "reportStandby"],
])("the job that %s of %s %s asks about is called %s", (id, method, path, name) => {
  expect(jobName({ id, method, path }, [], new Set())).toBe(name);
});
