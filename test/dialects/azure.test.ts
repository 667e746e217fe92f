import { describe, expect, test } from "vitest";
import { described, errorsOf, play } from "./given.ts";

const parameters = `      parameters:
        - { name: name, in: path, required: true, schema: { type: string } }
        - { name: api-version, in: query, required: true, schema: { type: string } }
`;
const operationStatus = `  /operations/{operationId}:
    get:
      operationId: getOperationStatus
      parameters:
        - { name: operationId, in: path, required: true, schema: { type: string } }
        - { name: api-version, in: query, required: true, schema: { type: string } }
      responses:
        '200':
          description: The operation
          content:
            application/json:
              schema:
                type: object
                required: [status]
                properties:
                  status: { type: string, enum: [NotStarted, Running, Succeeded, Failed, Canceled] }
                  error: { type: object, properties: { code: { type: string }, message: { type: string } } }
                  result: { type: object, properties: { pages: { type: integer } } }
`;

function analyze(options: string): string {
  return `  /models/{name}:analyze:
    post:
      operationId: analyze
      x-ms-long-running-operation: true
${options}${parameters}      responses: { '202': { description: Begun } }
`;
}
const viaOperation = "      x-ms-long-running-operation-options: { final-state-via: operation-location }\n";
const given = { name: "layout", "api-version": "2024-11-30" };
const location = "https://sample.example/operations/o-1?api-version=2024-11-30";

describe("x-ms-long-running-operation", () => {
  test("follows Operation-Location to the status monitor, and gives its result", async () => {
    expect(
      await play(described(analyze(viaOperation) + operationStatus), "analyze", given, [
        [202, undefined, { "Operation-Location": location }],
        [200, { status: "running" }],
        [200, { status: "Succeeded", result: { pages: 3 } }],
      ]),
    ).toEqual({
      log: [
        "POST /models/layout:analyze?api-version=2024-11-30",
        "GET /operations/o-1?api-version=2024-11-30",
        "GET /operations/o-1?api-version=2024-11-30",
      ],
      states: ["pending", "succeeded"],
      result: { pages: 3 },
    });
  });

  test("Azure-AsyncOperation is the header where nothing else is said", async () => {
    const { result } = await play(described(analyze("") + operationStatus), "analyze", given, [
      [202, undefined, { "Azure-AsyncOperation": location }],
      [200, { status: "Failed", error: { code: "Blurred", message: "The page cannot be read." } }],
    ]);
    expect(result).toMatchObject({ name: "JobFailedError", code: "Blurred" });
  });

  test("Location may lead to a result that is 202 until it is there", async () => {
    const results = `  /operationResults/{operationId}:
    get:
      operationId: getOperationResult
      parameters:
        - { name: operationId, in: path, required: true, schema: { type: string } }
      responses:
        '200': { description: The result, content: { application/json: { schema: { type: object, properties: { pages: { type: integer } } } } } }
        '202': { description: Not yet }
        '204': { description: Nothing came of it }
`;
    const viaLocation = "      x-ms-long-running-operation-options: { final-state-via: location }\n";
    expect(
      await play(described(analyze(viaLocation) + results), "analyze", given, [
        [202, undefined, { Location: "/operationResults/o-1" }],
        [202],
        [200, { pages: 3 }],
      ]),
    ).toMatchObject({ states: ["pending", "succeeded"], result: { pages: 3 } });
  });

  test("a resource that was put tells itself, in provisioningState", async () => {
    const vaults = `  /vaults/{name}:
    put:
      operationId: putVault
      x-ms-long-running-operation: true
${parameters}      responses:
        '200': { description: There, content: { application/json: { schema: { $ref: '#/components/schemas/Vault' } } } }
        '201': { description: Made, content: { application/json: { schema: { $ref: '#/components/schemas/Vault' } } } }
    get:
      operationId: getVault
${parameters}      responses:
        '200': { description: The vault, content: { application/json: { schema: { $ref: '#/components/schemas/Vault' } } } }
components:
  schemas:
    Vault:
      type: object
      properties:
        id: { type: string }
        properties:
          type: object
          properties:
            provisioningState: { type: string, enum: [Creating, Succeeded, Failed, Canceled] }
`;
    expect(
      await play(described(vaults), "putVault", given, [
        [201, { properties: { provisioningState: "Creating" } }],
        [200, { properties: { provisioningState: "Creating" } }],
        [200, { id: "v-1", properties: { provisioningState: "Succeeded" } }],
      ]),
    ).toMatchObject({ states: ["pending", "succeeded"], result: { id: "v-1" } });
  });

  test("without a status operation, it is said what to describe", async () => {
    expect((await errorsOf(described(analyze(viaOperation)))).split("\n")[0]).toBe(
      "sample.yaml:8:7  warning  `analyze` goes on after its answer, and no operation here tells how: neither a status monitor that `Operation-Location` can lead to, nor a GET of the same path with `properties.provisioningState`. Describe it.  (dialect-not-read)",
    );
  });

  test("headers that the monitor requires are those of the start, and one that it has not is said", async () => {
    const header = "        - { name: x-team, in: header, required: true, schema: { type: string } }\n";
    const wanting = operationStatus.replace("      responses:", `${header}      responses:`);
    const having = analyze(viaOperation).replace("      responses:", `${header}      responses:`);
    const { states } = await play(described(having + wanting), "analyze", { ...given, "x-team": "north" }, [
      [202, undefined, { "Operation-Location": location }],
      [200, { status: "Succeeded", result: { pages: 3 } }],
    ]);
    expect(states).toEqual(["succeeded"]);
    expect(await errorsOf(described(analyze(viaOperation) + wanting))).toContain(
      "`getOperationStatus` requires the header `x-team`, which `analyze` does not have: describe the job, or take the requirement away.",
    );
  });

  test("options alone are nothing", async () => {
    const alone = analyze(viaOperation).replace("      x-ms-long-running-operation: true\n", "");
    expect(await errorsOf(described(alone + operationStatus))).toContain(
      "`x-ms-long-running-operation-options` is read beside `x-ms-long-running-operation: true` only",
    );
  });
});
