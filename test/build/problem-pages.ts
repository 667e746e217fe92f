import fs from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProblemCode } from "../../scripts/vocabulary/problem-codes.ts";
import { pageOf } from "../../scripts/vocabulary/problem-codes.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const folder: string = `${root}docs/problems/`;
export const index: string = `${folder}README.md`;

/** A page of the documentation, whose examples are tried. */
export interface Page {
  readonly file: string;
  /** The first paragraph: what is wrong. */
  readonly lead: string;
  readonly wrong: Example;
  readonly right: Example;
  /** The page, with this as what the build says of the wrong example. */
  saying(errors: string): string;
}

export interface Example {
  readonly files: Readonly<Record<string, string>>;
  /** Symbolic links, and where they lead. */
  readonly links: Readonly<Record<string, string>>;
  /** The APIs that the command names. */
  readonly only?: readonly string[];
}

export function readPage(code: ProblemCode): Page {
  const file = root + pageOf(code);
  const text = fs.readFileSync(file, "utf8");
  const blocks = [...text.matchAll(/^```diff ?(.*)\n([\s\S]*?)^```$/gm)].map(([, name, lines = ""]) => {
    return { name: name || "exports.yaml", lines: lines.split("\n").slice(0, -1) };
  });
  const example = (sign: "-" | "+"): Example => {
    const all = blocks.map(({ name, lines }) => [name, chosen(lines, sign)] as const);
    const links = all.find(([name]) => name === "links")?.[1] ?? "";
    const command = all.find(([name]) => name === "command")?.[1];
    return {
      files: Object.fromEntries(all.filter(isFile).map((file) => completed(file, code))),
      links: Object.fromEntries((links.match(/.+ -> .+/g) ?? []).map((each) => each.split(" -> "))),
      ...(command === undefined ? {} : { only: command.trim().split(" ").slice(1) }),
    };
  };
  return {
    file,
    lead: text.split("\n\n")[1] ?? "",
    wrong: example("-"),
    right: example("+"),
    saying: (errors) =>
      text.replace(/^```text\n[\s\S]*?^```$/m, () => `\`\`\`text\n${errors.trimEnd()}\n\`\`\``),
  };
}

/** A file without a line on one side is not there. */
function isFile([name, text]: readonly [name: string, text: string]): boolean {
  return name !== "command" && name !== "links" && text !== "";
}

/** What an example does not say goes without saying, and the index says it. It is appended, so that lines stay. */
function completed(
  [name, text]: readonly [name: string, text: string],
  code: ProblemCode,
): readonly [string, string] {
  if (name !== "exports.yaml") return [name, text];
  const [, common = ""] = /^```yaml\n([\s\S]*?)^```$/m.exec(fs.readFileSync(index, "utf8")) ?? [];
  const sections = common.split(/^(?=\w)/m).filter((section) => {
    // what nobody says is what that page is about
    if (code === "no-security" && section.startsWith("security:")) return false;
    return !new RegExp(`^${section.split(":")[0]}:`, "m").test(text);
  });
  return [name, `${text}\n\n${sections.join("")}`];
}

/** One side of a difference. */
function chosen(lines: readonly string[], sign: "-" | "+"): string {
  const here = lines.filter((line) => line.startsWith(sign) || line.startsWith(" "));
  return here.map((line) => `${line.slice(1)}\n`).join("");
}
