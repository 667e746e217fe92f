import feishu from "../../generated/feishu/openapi.json" with { type: "json" };
import drs from "../../generated/huawei-drs/openapi.json" with { type: "json" };
import dws from "../../generated/huawei-dws/openapi.json" with { type: "json" };
import ges from "../../generated/huawei-ges/openapi.json" with { type: "json" };
import iam from "../../generated/huawei-iam/openapi.json" with { type: "json" };
import mintlify from "../../generated/mintlify/openapi.json" with { type: "json" };
import agent from "../../generated/mintlify-agent/openapi.json" with { type: "json" };
import type { ApiName } from "./apis.ts";

/** The specifications, bundled: all that the sandbox takes from the rest of the project. */
export const documents: Readonly<Record<ApiName, unknown>> = {
  feishu,
  mintlify,
  "mintlify-agent": agent,
  "huawei-iam": iam,
  "huawei-dws": dws,
  "huawei-ges": ges,
  "huawei-drs": drs,
};
