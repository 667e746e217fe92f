import { expect, test } from "vitest";
import { typeErrors } from "../build/type-check.ts";

/** The first line of what a compiler says, type arguments aside. */
function said(call: string): readonly string[] {
  const program = `
    import { type JobHandle, poll, start } from "../../../src/index.ts";
    import { createPrinterClient, getPrint, print, startPrint } from "../../runtime/printer.ts";
    const client = createPrinterClient();
    const task = poll(client, print, { id: "p-1" });
    declare const unlinked: JobHandle<{ readonly id: string }, object, object>;
    void [poll, start, getPrint, print, startPrint, task, unlinked];
    await ${call};
  `;
  return typeErrors({ "program.ts": program }).map((message) =>
    message.replace(/\n.*/s, "").replace(/<[^']*>/g, "<…>"),
  );
}

test("a compiler says of what starts nothing, or is no job, what is wanted in its place", {
  timeout: 60_000,
}, () => {
  expect(said('start(client, getPrint, { id: "p-1" })')).toEqual([
    "program.ts:8 Argument of type 'Operation<…>' is not assignable to parameter of type 'OperationThatStartsAJob<…>'.",
  ]);
  expect(said('start(client, print, { id: "p-1" })')).toEqual([
    "program.ts:8 Argument of type 'Job<…>' is not assignable to parameter of type 'OperationThatStartsAJob<…>'.",
  ]);
  expect(said('poll(client, getPrint, { id: "p-1" })')).toEqual([
    "program.ts:8 Argument of type 'Operation<…>' is not assignable to parameter of type 'JobAndNoOperation<…>'.",
  ]);
  expect(said('poll(client, startPrint, { id: "p-1" })')).toEqual([
    "program.ts:8 Argument of type 'Starter<…>' is not assignable to parameter of type 'JobAndNoOperation<…>'.",
  ]);
  expect(said('start(client, startPrint, { body: { document: "plan" } })')).toEqual([]);
  expect(said('poll(client, print, { id: "p-1" })')).toEqual([]);
});

test("a compiler says of a link that is not there which there are, and of a job that it has no links", {
  timeout: 60_000,
}, () => {
  expect(said('task.follow("sheet")')).toEqual([
    `program.ts:8 Argument of type '"sheet"' is not assignable to parameter of type '"file" | "receipt" | "located"'.`,
  ]);
  expect(said('unlinked.follow("sheet")')).toEqual([
    "program.ts:8 The 'this' context of type 'JobHandle<…>' is not assignable to method's 'this' of type 'ThisJobHasNoLinks'.",
  ]);
});
