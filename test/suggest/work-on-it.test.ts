import { describe, expect, test } from "vitest";
import { json, linksOf, object, stages, suggestedFor, text } from "./given.ts";

const storage = { $ref: "#/components/schemas/Storage" };
const schemas = {
  Storage: object({ id: text, title: text, status: stages, last_sync: text }),
  Run: object({ id: text, note: text }),
};

/** What is found of a storage that callers change, and on which a call does work. */
function found(
  path: string,
  answer: unknown,
  { method = "post", values = schemas }: { method?: string; values?: typeof schemas } = {},
) {
  return suggestedFor(
    {
      "/storages/{id}": {
        get: { operationId: "getStorage", responses: { 200: json(storage) } },
        patch: { operationId: "patchStorage", requestBody: json(storage), responses: { 200: json(storage) } },
      },
      [path]: { [method]: { operationId: "work", responses: { 200: answer } } },
    },
    values,
  );
}

function isFound({ jobs, others }: ReturnType<typeof found>): boolean {
  return [...jobs, ...others].some(({ operation }) => operation === "GET /storages/{id}");
}

describe("work that a call does on what is there already", () => {
  test("is told by the thing, where the call is answered with it or with nothing", () => {
    expect(isFound(found("/storages/{id}/sync", json(storage)))).toBe(true);
    expect(isFound(found("/storages/{id}/sync", { description: "started" }))).toBe(true);
    expect(isFound(found("/storages/{id}/start-scan", json(storage)))).toBe(true);
  });

  test("and not where the answer is a run of its own, or the call does something else", () => {
    expect(isFound(found("/storages/{id}/sync", json({ $ref: "#/components/schemas/Run" })))).toBe(false);
    expect(isFound(found("/storages/{id}/rename", json(storage)))).toBe(false);
    expect(isFound(found("/storages/{id}/sync/settings", json(storage)))).toBe(false);
    expect(isFound(found("/storages/{id}/sync", json(storage), { method: "put" }))).toBe(false);
  });

  test("nor where the values are those of a thing that stays", () => {
    const machine = { type: "string", enum: ["active", "failed", "decommissioning"] };
    const values = { ...schemas, Storage: object({ id: text, status: machine }) };
    expect(isFound(found("/storages/{id}/sync", json(storage), { values }))).toBe(false);
  });

  test("is asked for by the id that the call was sent with", () => {
    const values = { ...schemas, Storage: object({ id: text, status: stages }) };
    expect(linksOf(found("/storages/{id}/sync", json(storage), { values }))).toEqual([
      { status: { operationId: "getStorage", parameters: { id: "$request.path.id" } } },
    ]);
  });
});
