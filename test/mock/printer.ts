/** The printer of the README, and a way to look at the queue that takes a parameter. */
export const printer: object = {
  openapi: "3.1.0",
  info: { title: "Printer", version: "1.0.0" },
  servers: [{ url: "https://api.printer.test/v1" }],
  paths: {
    "/prints": {
      get: {
        operationId: "listPrints",
        parameters: [{ name: "tray", in: "query", required: true, schema: { type: "string" } }],
        responses: {
          "200": json({ type: "array", items: { $ref: "#/components/schemas/Print" } }),
          "4XX": { $ref: "#/components/responses/Refused" },
        },
      },
      post: {
        operationId: "createPrint",
        requestBody: {
          required: true,
          ...json({ type: "object", required: ["text"], properties: { text: { type: "string" } } }),
        },
        responses: {
          "202": {
            ...json({ type: "object", required: ["id"], properties: { id: { type: "string" } } }),
            links: { status: { operationId: "getPrint", parameters: { id: "$response.body#/id" } } },
          },
          "4XX": { $ref: "#/components/responses/Refused" },
        },
      },
    },
    "/prints/{id}": {
      get: {
        operationId: "getPrint",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        "x-polling": {
          job: "print",
          status: "$response.body#/state",
          pending: ["waiting", "printing"],
          succeeded: ["done"],
          failed: ["jammed", "no-paper"],
          requires: ["pages"],
          progress: "$response.body#/percent",
          error: { message: "$response.body#/problem" },
        },
        responses: {
          "200": json({ $ref: "#/components/schemas/Print" }),
          "4XX": { $ref: "#/components/responses/Refused" },
        },
      },
    },
  },
  components: {
    schemas: {
      Print: {
        type: "object",
        required: ["id", "state"],
        properties: {
          id: { type: "string" },
          state: { type: "string", enum: ["waiting", "printing", "done", "jammed", "no-paper"] },
          percent: { type: "integer", minimum: 0, maximum: 100 },
          pages: { type: "integer" },
          problem: { type: "string" },
        },
      },
    },
    responses: { Refused: json({ type: "object", properties: { error: { type: "string" } } }) },
  },
  "x-errors": { message: "$response.body#/error" },
};

function json(schema: object): { description: string; content: object } {
  return { description: "", content: { "application/json": { schema } } };
}
