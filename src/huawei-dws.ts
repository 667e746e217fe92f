/**
 * Huawei Cloud DWS jobs: `createHuaweiDwsClient`, nine starters such as `stopCluster`, `clusterJob`.
 * @module
 */
// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/huawei-dws/index.ts";
export { huaweiAdvice } from "./huawei/advice.ts";
