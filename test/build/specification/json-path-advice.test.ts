import { expect, test } from "vitest";
import { jsonPathAdvice } from "../../../scripts/build/specification/json-path-advice.ts";

test.each<readonly [text: string, fault: string, meant: readonly string[]]>([
  ["$.paths[", "a `[` in it has no `]`", []],
  ["$.paths['/jobs'", "a `[` in it has no `]`", []],
  ['$.paths["/jobs].post', 'a quote in it, ", is not closed', []],
  ["$.paths[?@.name=='x'", "a `[` in it has no `]`", []],
  ['$.paths[?@.name="a=b"]', "a filter compares with `==`, not with `=`", []],
  ["$.paths.", "there is no name after the dot at its end", []],
  ["", "it is empty, and `$` is the whole document", []],
  ["#/paths/~1jobs/post", "it has to begin with `$`, the whole document", ["$.paths['/jobs'].post"]],
  ["/paths/~1jobs", "it has to begin with `$`, the whole document", ["$.paths['/jobs']"]],
  ["paths['/jobs'].post", "it has to begin with `$`, the whole document", ["$.paths['/jobs'].post"]],
  [" $.paths", "it has to begin with `$`, the whole document", ["$.paths"]],
  ["$paths", "after `$`, it cannot go on with `paths`", ["$.paths"]],
  ["$.paths./jobs.post", "after `$.paths`, it cannot go on with `./jobs.post`", ["$.paths['/jobs'].post"]],
  ["$.paths[/jobs].post", "after `$.paths`, it cannot go on with `[/jobs].post`", ["$.paths['/jobs'].post"]],
  ["$.info.x-logo.url", "after `$.info.x`, it cannot go on with `-logo.url`", ["$.info['x-logo'].url"]],
  ["$.paths.*~", "after `$.paths.*`, it cannot go on with `~`", []],
])("what is wrong with %s is said in words", (text, fault, suggest) => {
  const how = "A name stands after a dot, or in quotes and brackets, as in `$.paths['/jobs/{id}'].get`.";
  expect(jsonPathAdvice(text)).toEqual({
    message: `This is no JSONPath: ${fault}. ${how}`,
    suggest,
  });
});
