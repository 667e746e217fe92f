import type { Advice } from "../advice.ts";
import { adviceFrom } from "../advice.ts";

const project =
  "The project in the path is not that of the token: pass the id that `iamToken(…).projectId()` gives.";
const busy =
  "Something else runs on it; wait until that has ended. A start is repeated for a while by itself.";
const again = "Try again later.";

/**
 * What to do about a refusal or a failed job of IAM, DWS, GES or DRS, or of the gateway before them, by Huawei Cloud's code.
 *
 * @example catch (error) { console.error(String(error), huaweiAdvice(error)); }
 */
export const huaweiAdvice: Advice = /* @__PURE__ */ adviceFrom({
  // IAM
  401:
    "Check user, password and account (domain). Wrong passwords lock the account after a while. An account of the kind " +
    "HUAWEI ID gets no token: make an IAM user.",
  // the gateway
  "APIGW.0101": "This host has no such call: check region and baseUrl.",
  "APIGW.0301":
    "The token or the signature is not valid: check the access key, and the machine's clock, which may be off by fifteen " +
    "minutes. After more than five wrong signatures in a row the key is locked for five minutes.",
  "APIGW.0302": "Give the IAM user the permission for this call.",
  "APIGW.0307": "The token has expired, or is for another region than the one called.",
  "APIGW.0308": "Too many calls; the message says how many are allowed.",
  "APIGW.0613": again,
  "APIGW.0801": "The service is not to be had in this region.",
  "APIGW.0802": "The IAM user may not use this region.",
  // DWS
  "DWS.0001": "The id of a cluster is a UUID.",
  "DWS.0015": "There is no such cluster in this project.",
  "DWS.0047": "There is no such thing in this project.",
  "DWS.0114": "Give the load balancer a private IP address, then bind it.",
  "DWS.3027": "The cluster was deleted.",
  "DWS.5050": "The name is taken.",
  "DWS.7023": busy,
  // GES
  "GES.0016": project,
  "GES.7000": "There is no such graph in this project, or not any more.",
  "GES.7001": "Start the graph first.",
  "GES.7002": busy,
  "GES.7003": "Start the graph first.",
  "GES.7005": again,
  "GES.7007": "There is no such job.",
  "GES.7015": "Wait until the graph runs or has stopped.",
  "GES.7018": "The quota of graphs or edges is used up.",
  "GES.7019": "The quota of backups is used up; delete one.",
  "GES.7024": "There is no such backup of the graph.",
  "GES.7042": "The backup is still being made.",
  "GES.7051": again,
  "GES.7054": "The graph is being deleted.",
  "GES.8301": "There is no such job of this graph.",
  // DRS
  "DRS.10030009": "Pass names that listTemplates gives.",
  "DRS.M00100": "The token is not valid.",
  "DRS.M00261": project,
  "DRS.M01503": "Called too often; try again later.",
  "DRS.M01504": "Another operation runs on the task, or the task is abnormal.",
  "DRS.M05003": "There is no such task in this project.",
  "DRS.M05004": "The task was deleted.",
});
