import { createIds } from "../ids.ts";
import { createSignatures, type Signatures } from "./signature.ts";
import { createTokens, type HuaweiTokens } from "./tokens.ts";

/** What tells who calls. All services of the account share it. */
export interface Callers {
  readonly tokens: HuaweiTokens;
  readonly signatures: Signatures;
}

export function createCallers(): Callers {
  return { tokens: createTokens(createIds("huawei-iam")), signatures: createSignatures() };
}
