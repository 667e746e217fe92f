/**
 * Everything that the rules and the build can find wrong, by the name that it keeps. `docs/problems/<code>.md` says what
 * each means and what to write instead.
 */
export const problemCodes = [
  // the configuration and the files
  "no-api",
  "unknown-api",
  "bad-api-name",
  "unknown-rule",
  "missing-file",
  "cannot-be-read",
  "overlay-target",
  "open-check",
  "not-yaml",
  "outdented",
  "alias-circle",
  "alias-bomb",
  "ref-outside",
  "circular-ref",
  "not-openapi-3",
  "swagger-2",
  "cut-off",
  "no-operations",
  "cannot-be-generated",
  "output-is-link",
  "output-is-file",
  "orphan-kept",

  // what there is to call, and how
  "relative-server",
  "server-variable-taken",
  "cookie-token",
  "other-token",
  "undeclared-token",
  "no-security",
  "bad-operation-id",
  "name-taken",
  "unsupported-method",
  "unsupported-parameter-place",
  "parameter-named-body",
  "parameter-named-proto",
  "no-header-name",
  "object-in-header",
  "parameter-in-two-places",
  "unsupported-path-style",
  "undeclared-path-parameter",
  "unused-path-parameter",
  "unsupported-body",
  "part-headers",
  "no-answer",
  "body-of-empty-status",

  // the form of the extensions
  "misplaced-extension",
  "misspelt-extension",
  "foreign-extension",
  "not-an-object",
  "unknown-key",
  "missing-key",
  "not-a-list",
  "empty-list",
  "not-a-scalar",
  "not-a-choice",
  "listed-twice",
  "not-a-duration",
  "zero-duration",
  "duration-too-long",

  // runtime expressions
  "not-an-expression",
  "expression-in-text",
  "expression-not-allowed",
  "wrong-type",
  "no-body",
  "no-such-field",
  "no-such-header",
  "no-such-parameter",

  // x-polling
  "several-polling-blocks",
  "bad-job-name",
  "job-name-taken",
  "polled-without-json",
  "undeclared-status",
  "status-not-listed",
  "unknown-status",
  "status-of-wrong-type",
  "status-in-choice",
  "empty-status",
  "never-succeeds",
  "not-a-field-name",
  "total-not-above-zero",

  // x-errors and x-rate-limit
  "codes-without-code",
  "not-a-header-name",
  "not-a-count",
  "not-a-bucket-name",
  "bucket-differs",

  // links
  "bad-link-name",
  "link-without-operation",
  "link-with-server",
  "link-on-refusal",
  "operation-ref",
  "unknown-operation",
  "operation-id-twice",
  "unknown-parameter",
  "ambiguous-parameter",
  "parameter-twice",
  "credential-in-link",
  "empty-value",
  "url-in-path",
  "body-not-taken",
  "incomplete-link",
  "two-jobs",
  "links-differ",
  "job-without-starter",
  "job-without-schema",

  // neighbours' dialects
  "dialect-not-read",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Where the code is explained, as seen from the root of this package. */
export function pageOf(code: ProblemCode): string {
  return `docs/problems/${code}.md`;
}

/** The code that a page explains. */
export function codeOf(page: string | undefined): ProblemCode | undefined {
  return problemCodes.find((code) => pageOf(code) === page);
}
