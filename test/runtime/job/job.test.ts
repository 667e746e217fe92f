import { expect, test } from "vitest";
import { given } from "../given.ts";
import { getPrint, print, startPrint } from "../printer.ts";
import { json } from "../service.ts";

test("a starter is an operation like any other, which also knows its job and how to ask for it", async () => {
  const { client } = given([json({ id: "p-1", queue: 3 }, 202)]);
  const plan = { body: { document: "plan" } };
  expect(await startPrint(client, plan)).toEqual({ id: "p-1", queue: 3 });
  const answer = await startPrint.answer(client, plan);
  expect(answer.status).toBe(202);
  expect(startPrint.params(plan, { ...answer, body: { id: "p-1", queue: 3 } }, client)).toEqual({
    id: "p-1",
  });
  expect(startPrint.job).toBe(print);
  expect([startPrint.call.id, getPrint.call.id]).toEqual(["startPrint", "getPrint"]);
});
