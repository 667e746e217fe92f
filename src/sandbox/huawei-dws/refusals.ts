import { gatewayRefusal } from "../huawei/gateway.ts";
import type { Refusal } from "../vendor.ts";

export function refusal(status: number, code: string, message: string): Refusal {
  return { status, body: { error_code: code, error_msg: message } };
}

export const notUuid: Refusal = refusal(400, "DWS.0001", "The cluster ID is not a standard UUID.");
export const noCluster: Refusal = refusal(404, "DWS.0047", "The cluster does not exist.");
// The code for an unknown job is not documented; this is the service's for something that is not there.
export const noJob: Refusal = refusal(404, "DWS.0047", "The job does not exist.");

/** Something else runs on the cluster, or it is not in a state for this. With both pairs of keys, as recorded. */
export const notNow: Refusal = {
  status: 403,
  body: {
    externalMessage: "Cluster status is not allowed to operation.",
    errCode: "DWS.7023",
    error_code: "DWS.7023",
    error_msg: "Cluster status is not allowed to operation.",
  },
};

/** One of the service's many codes for parameters; which is for what is not documented. */
export function badParameter(name: string): Refusal {
  return refusal(400, "DWS.5001", `The parameter ${name} is invalid.`);
}

/** What stands for an HTTP status when a fault asks for one. */
export function refusalFor(status: number): Refusal {
  if (status === 403) return notNow;
  if (status === 404) return noCluster;
  if (status === 500) return refusal(500, "DWS.9999", "Internal error.");
  return status === 400 ? badParameter("request") : gatewayRefusal(status);
}
