import type { Advice } from "../advice.ts";
import { adviceFrom } from "../advice.ts";

/**
 * What to do about a refusal by Mintlify, which has no codes, by its HTTP status.
 *
 * @example catch (error) { console.error(String(error), mintlifyAdvice(error)); }
 */
export const mintlifyAdvice: Advice = /* @__PURE__ */ adviceFrom({
  "HTTP 401":
    "Pass an admin API key (`mint_…`, not the assistant's `mint_dsc_…`); new keys expire after 90 days unless made otherwise.",
  "HTTP 403":
    "The key may not do this (a `read` key can neither start nor bundle), or not from this address, or the plan has no such " +
    "feature: static export needs an Enterprise agreement.",
  "HTTP 404": "There is no such job or project in the organization of this key.",
  "HTTP 409": "The export has not completed; wait for it, then ask for the bundle.",
});
