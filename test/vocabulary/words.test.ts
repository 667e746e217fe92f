import { describe, expect, it } from "vitest";
import { parseDuration } from "../../scripts/vocabulary/duration.ts";
import { camelCase, isExportable, isPropertyName } from "../../scripts/vocabulary/identifier.ts";
import { nearest } from "../../scripts/vocabulary/nearest.ts";

describe("a duration", () => {
  it.each([
    ["500ms", 500],
    ["10s", 10_000],
    ["5m", 300_000],
    ["1.5h", 5_400_000],
    ["2d", 172_800_000],
    ["0s", 0],
  ])("%s is %i milliseconds", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([
    "",
    "10",
    "s",
    "-1s",
    "1 s",
    "1S",
    "1w",
    ".5s",
    "1e3s",
    "5 minutes",
    "1h30m",
    10,
    null,
    undefined,
  ])("%j is none", (value) => {
    expect(parseDuration(value)).toBeUndefined();
  });
});

describe("the nearest name", () => {
  it.each([
    ["statu", ["state", "status"], "status"],
    ["job_id", ["id", "jobId"], "jobId"],
    ["intervall", ["delay", "minInterval", "timeout"], "minInterval"],
    ["dealy", ["delay"], "delay"],
    ["faild", ["pending", "failed"], "failed"],
  ])("to %s of %j is %s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it.each([
    ["colour", ["status", "result"]],
    ["7", ["0", "1"]],
    ["x", []],
  ])("to %s is none of %j", (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });
});

describe("a name in JavaScript", () => {
  it("can be exported unless it is a word of the language or no identifier", () => {
    const names = ["exportTask", "$", "_1", "delete", "await", "export-task", "1st", ""];
    expect(names.filter(isExportable)).toEqual(["exportTask", "$", "_1"]);
  });

  it("can be a property unless every object has one of this name", () => {
    const names = ["download", "delete", "constructor", "__proto__", "get-file"];
    expect(names.filter(isPropertyName)).toEqual(["download", "delete"]);
  });

  it.each([
    ["export-task job", "exportTaskJob"],
    ["Export", "export"],
    ["DWSJob", "dwsJob"],
    ["get_file_2", "getFile2"],
    ["2nd", "nd"],
    ["--", ""],
  ])("is made of %j: %j", (text, name) => {
    expect(camelCase(text)).toBe(name);
  });
});
