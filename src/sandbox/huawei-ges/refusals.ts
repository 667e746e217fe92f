import { gatewayRefusal } from "../huawei/gateway.ts";
import type { Refusal } from "../vendor.ts";

/** Codes of the management plane, nearly all of them HTTP 400. */
const texts = {
  "GES.0016": "The resource is not found: the project of the URL is not that of the token.",
  "GES.7000": "The graph does not exist or has been deleted.",
  "GES.7001": "The graph is not running.",
  "GES.7002": "The graph is being backed up.",
  "GES.7003": "The graph is being stopped or has been stopped.",
  "GES.7005": "The underlying service of the graph engine is unavailable.",
  "GES.7015": "The graph is not running or stopped.",
  "GES.7016": "The request body or header is invalid.",
  "GES.7024": "The backup does not exist.",
  "GES.7048": "Invalid graph operation.",
  "GES.7049": "A parameter is missing.",
  "GES.7050": "A parameter is empty.",
  "GES.7054": "The graph is being deleted.",
  "GES.8302": "An internal error occurred when the job was queried.",
} as const;

export type GesCode = keyof typeof texts;

export function refusal(code: GesCode, status = 400): Refusal {
  return { status, body: { errorCode: code, errorMessage: texts[code] } };
}

export function noJob(jobId: string): Refusal {
  return {
    status: 400,
    body: { errorMessage: `can not find job, jobId is ${jobId}`, errorCode: "GES.8301" },
  };
}

/** What stands for an HTTP status when a fault asks for one. */
export function refusalFor(status: number): Refusal {
  if (status === 400) return refusal("GES.7016");
  if (status === 408) return refusal("GES.7005", 408);
  return status === 500 ? refusal("GES.8302", 500) : gatewayRefusal(status);
}
