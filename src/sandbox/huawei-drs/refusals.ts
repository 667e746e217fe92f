import { gatewayRefusal } from "../huawei/gateway.ts";
import type { Refusal } from "../vendor.ts";

const codes = {
  "DRS.10030009": [400, "Download template file failed."],
  "DRS.M00007": [400, "The parameter is invalid."],
  "DRS.M00261": [403, "The project ID is invalid."],
  "DRS.M01503": [400, "The operation is too frequent. Try again later."],
  "DRS.M05003": [400, "The task does not exist."],
  "DRS.M05004": [400, "The task has been deleted."],
  "DRS.M00002": [422, "The result is empty. Check the parameters or the state of the task."],
  "DRS.M00004": [422, "The service is abnormal."],
} as const;

export function refusal(code: keyof typeof codes): Refusal {
  const [status, message] = codes[code];
  return { status, body: { error_code: code, error_msg: message } };
}

/** What stands for an HTTP status when a fault asks for one. */
export function refusalFor(status: number): Refusal {
  if (status === 400) return refusal("DRS.M01503");
  if (status === 422) return refusal("DRS.M00002");
  return status === 500 ? { ...refusal("DRS.M00004"), status } : gatewayRefusal(status);
}
