/**
 * Mintlify static export: `createMintlifyClient`, `startStaticExportJob`, `staticExportJob`.
 * @module
 */
// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/mintlify/index.ts";
