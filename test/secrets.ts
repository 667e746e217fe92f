/**
 * Every secret that the tests use and that goes into a body or a signature; tokens that are sent in a header are found by
 * themselves. `test/setup/leaks.ts` sees to it that none shows in an error, a ref or a line of a log.
 */
export const secrets: readonly string[] = [
  // of the sandbox
  "sandbox-app-secret",
  "u-sandbox.user.access.token",
  "mint_sandbox_admin_key",
  "mint_sandbox_read_only_key",
  "sandbox-password",
  "sandbox-secret-key-for-signing-requests",
  // of the vendor's signing guide
  "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
  // refused
  "wrong-app-secret",
  "wrong-password",
  "wrong-secret-key",
];
