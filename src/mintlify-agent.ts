/**
 * Jobs of Mintlify's agent: `createMintlifyAgentClient`, `createAgentJob`, `agentJob`.
 * @module
 */
// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/mintlify-agent/index.ts";
export { mintlifyAdvice } from "./mintlify/advice.ts";
