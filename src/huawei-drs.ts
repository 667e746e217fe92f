/**
 * Huawei Cloud DRS template export: `createHuaweiDrsClient`, `exportTemplates`, `templateExport`.
 * @module
 */
// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/huawei-drs/index.ts";
