import fc from "fast-check";

/** What could end a literal, a comment or a line, begin something else, or be somebody else's name. */
const fragments = [
  ...[
    "*/ __pwned() /*",
    '"; __pwned(); "',
    "'; __pwned(); '",
    "`; __pwned(); `",
    "$\u007B__pwned()}",
    "); __pwned(); (",
  ],
  ...["\\", '\\"', "\\u0022; __pwned(); //", "\\x22", "\\\\", "\n", "\r", "\r\n", "\t", "\u0000", "\u0085"],
  ...["\u2028__pwned()", "\u2029__pwned()", "\uD800", "\uDC00", "\uFEFF", "\u202E", "\u200B", "\u{1F600}"],
  ...["<!--", "-->", "</script><script>__pwned()</script>", "//", "/*", "*/", "/**", "///", "#", "#!"],
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "then",
    "default",
    "length",
  ],
  ...[
    "import('node:fs')",
    "require('fs')",
    "process.exit(1)",
    "globalThis.__pwned()",
    "eval",
    "arguments",
    "await",
  ],
  ...[
    "@deprecated",
    "{@link x}",
    "@ts-ignore",
    "@jsx __pwned",
    "/// <reference path='x' />",
    "//# sourceMappingURL=x",
  ],
  ...[
    "../../x",
    "/etc/passwd",
    "..",
    ".",
    "C:\\x",
    "%2e%2e%2f",
    "%",
    "%zz",
    "a/b~c",
    "~1",
    "{x}",
    "{",
    "}",
    "?a=b",
    "&",
  ],
  ...[
    "",
    " ",
    "0",
    "-1",
    "1e999",
    "null",
    "undefined",
    "true",
    "NaN",
    "operations",
    "paths",
    "components",
    "errors",
  ],
  ...[
    "status",
    "body",
    "request",
    "client",
    "pending",
    "operation",
    "Error",
    "delete",
    "class",
    "createAlphaClient",
  ],
];

/** Text as an enemy would write it, or somebody without a thought. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...fragments),
  fc.array(fc.constantFrom(...fragments), { minLength: 2, maxLength: 3 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

/** As hostile, but with something in it that a name can be made of. */
export const named: fc.Arbitrary<string> = hostile.map((text) => `${text} do`);

/** As hostile, but nothing that ends the braces of a path, or the path. */
export const bracketed: fc.Arbitrary<string> = hostile.map((text) => `p${text.replace(/[{}/?#]/g, "")}`);

export const hostileScalar: fc.Arbitrary<string | number | boolean> = fc.oneof(
  { weight: 4, arbitrary: hostile },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.boolean() },
);

/** JSON with hostile keys and values. */
export const hostileValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileScalar,
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(hostile, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;
