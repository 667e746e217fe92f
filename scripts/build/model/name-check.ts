import type { ApiModel } from "./model.ts";
import { capitalized, pascalCase } from "./names.ts";
import type { Found } from "./operations.ts";
import type { Reader } from "./reader.ts";

/** No two things of an API are exported by one name. */
export function checkNames(model: ApiModel, operations: readonly Found[], reader: Reader): void {
  const named = [
    {
      name: `create${pascalCase(model.name)}Client`,
      what: "The function that makes the client",
      pointer: [],
    },
    ...operations.map(({ model: { name, id }, pointer }) => ({
      name,
      what: `The operation ${id}`,
      pointer: [...pointer, "operationId"],
    })),
    ...model.jobs.map(({ name, ask }) => ({
      name,
      what: `The job ${name}`,
      pointer: [...(operations.find((found) => found.model === ask)?.pointer ?? []), "x-polling", "job"],
    })),
  ];
  const seen = new Map<string, string>();
  for (const { name, what, pointer } of named) {
    // types are named after them with a capital, so `getJob` and `GetJob` are too near
    const key = capitalized(name);
    const other = seen.get(key)?.replace("The", "the");
    if (other !== undefined)
      reader.fault(
        pointer,
        "name-taken",
        `${what} and ${other} would be exported by one name, or by two that differ in one capital; rename one.`,
      );
    else seen.set(key, what);
  }
}
