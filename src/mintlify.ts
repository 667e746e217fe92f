/**
 * Mintlify static export and deployments: `createMintlifyClient`, `startStaticExportJob`, `staticExportJob`,
 * `triggerDeployment`, `deployment`.
 * @module
 */
// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/mintlify/index.ts";
