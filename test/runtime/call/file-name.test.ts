import { describe, expect, test } from "vitest";
import { fileName } from "../../../src/runtime/call/file-name.ts";

const headers = {
  "as RFC 6266 has it": [
    ["attachment; filename=plan.pdf", "plan.pdf"],
    ['attachment; filename="plan b; final.pdf"', "plan b; final.pdf"],
    ['attachment; filename="a \\"quoted\\" plan.pdf"', 'a "quoted" plan.pdf'],
    ["attachment; FileName = plan.pdf ; size=3", "plan.pdf"],
    ["attachment; filename*=UTF-8''%E8%AE%A1%E5%88%92.pdf", "计划.pdf"],
    ["attachment; filename=\"?.pdf\"; filename*=utf-8'zh'%E8%AE%A1%E5%88%92.pdf", "计划.pdf"],
    ["attachment; filename*=UTF-8''%E8%AE%A1.pdf; filename=plan.pdf", "计.pdf"],
    ["attachment; filename*=iso-8859-1'en'caf%E9%20%A3.pdf; filename=plan.pdf", "café £.pdf"],
    ['attachment; title="filename=other.pdf"; filename=plan.pdf', "plan.pdf"],
    ["attachment; xfilename=other.pdf; filename=plan.pdf", "plan.pdf"],
  ],
  "as many servers have it": [
    ["filename=plan.pdf", "plan.pdf"],
    ["attachment; filename=plan b.pdf", "plan b.pdf"],
    ['attachment; filename="plan.pdf', "plan.pdf"],
    ["attachment;filename=plan.pdf;", "plan.pdf"],
    ["attachment; filename=plan.pdf; filename=other.pdf", "plan.pdf"],
    ["attachment; filename*=\"UTF-8''plan%20b.pdf\"", "plan b.pdf"],
    ["attachment; filename=plan.pdf; filename*=other.pdf", "plan.pdf"],
    ["attachment; filename=plan.pdf; filename*=UTF-8''broken%E8", "plan.pdf"],
    ["attachment; filename=plan.pdf; filename*=gbk''%BC%C6.pdf", "plan.pdf"],
    // UTF-8, as fetch hands it on
    ['attachment; filename="\u00e8\u00ae\u00a1\u00e5\u0088\u0092.pdf"', "计划.pdf"],
    ['attachment; filename="caf\u00e9.pdf"', "café.pdf"],
  ],
  "never as a path": [
    ['inline; filename="../../etc/passwd"', "passwd"],
    ['inline; filename="C:\\\\temp\\\\plan.pdf"', "plan.pdf"],
    ['inline; filename="C:\\temp\\plan.pdf"', "plan.pdf"],
    ["attachment; filename*=UTF-8''..%2F..%2Fplan.pdf", "plan.pdf"],
    ["attachment; filename*=UTF-8''..%5Cplan.pdf", "plan.pdf"],
    ["attachment; filename*=UTF-8''plan%00%0A.pdf", "plan.pdf"],
    ['attachment; filename=".."', undefined],
    ["attachment; filename*=UTF-8''a%2F.", undefined],
    ['attachment; filename="prints/"', undefined],
    ['attachment; filename=""', undefined],
    ["attachment", undefined],
    ["", undefined],
  ],
} satisfies Record<string, readonly (readonly [string, string | undefined])[]>;

describe.each(Object.entries(headers))("the name of a file, %s", (_, rows) => {
  test.each(rows)("%s is %j", (disposition, name) => {
    expect(fileName(disposition)).toBe(name);
  });
});
