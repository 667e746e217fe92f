/** A small description that uses everything rightly. The tests break it in one place each. */
export const tasks: Readonly<Record<string, string>> = {
  "tasks.yaml": `openapi: 3.1.0
info: { title: Tasks, version: 1.0.0 }
x-errors:
  code: $response.body#/code
  message: [$response.body#/message, $response.body#/errorMessage]
  requestId: $response.header.X-Request-Id
  ok: [0]
  retry: [busy]
  renew: [expired]
  notFound: [gone]
  retryAfter: [X-Retry-After]
paths:
  /{space}/tasks:
    parameters:
      - $ref: shared.yaml#/parameters/space
    post:
      operationId: createTask
      x-rate-limit: { requests: 100, per: 60s, bucket: tasks }
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { token: { type: string } } }
      responses:
        '202':
          description: The task begins.
          headers: { Location: { schema: { type: string } } }
          content:
            application/json:
              schema: { type: object, properties: { data: { type: object, properties: { id: { type: string } } } } }
          links:
            status:
              operationId: getTask
              parameters:
                space: $request.path.space
                id: $response.body#/data/id
                token: $request.body#/token
        4XX: { $ref: shared.yaml#/responses/Refused }
  /{space}/tasks/{id}:
    parameters:
      - $ref: shared.yaml#/parameters/space
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      operationId: getTask
      x-rate-limit:
        - { requests: 100, per: 60s, bucket: tasks }
        - { requests: 5, per: 1s }
      x-polling:
        job: task
        status: $response.body#/data/result/status
        pending: [queued, running]
        succeeded: [done]
        failed: [failed]
        canceled: [canceled]
        otherwise: pending
        missing: failed
        failedIf: $response.body#/data/result/reasons/0/text
        result: $response.body#/data/result
        requires: [file]
        progress: { done: $response.body#/data/result/pages, total: $response.body#/data/result/total }
        error:
          code: $response.body#/data/result/status
          message: [$response.body#/data/result/reasons/0/text, $response.body#/message]
        delay: 1s
        minInterval: 2s
        maxInterval: 10s
        timeout: 10m
      parameters:
        - { name: token, in: query, required: true, schema: { type: string } }
      responses:
        '200':
          description: How the task is getting on.
          content:
            application/json:
              schema:
                allOf:
                  - $ref: shared.yaml#/schemas/Envelope
                  - type: object
                    properties:
                      data: { type: object, properties: { result: { $ref: shared.yaml#/schemas/Task } } }
          links:
            download:
              operationId: downloadFile
              parameters:
                file: $response.body#/data/result/file
        4XX: { $ref: shared.yaml#/responses/Refused }
  /{space}/files/{file}:
    parameters:
      - $ref: shared.yaml#/parameters/space
      - { name: file, in: path, required: true, schema: { type: string } }
    get:
      operationId: downloadFile
      responses:
        '200': { description: The file., content: { application/pdf: {} } }
`,
  "shared.yaml": `parameters:
  space: { name: space, in: path, required: true, schema: { type: string } }
responses:
  Refused:
    description: The call was refused.
    content: { application/json: { schema: { $ref: '#/schemas/Envelope' } } }
schemas:
  Envelope:
    type: object
    properties: { code: { type: [integer, string] }, message: { type: string } }
  Task:
    oneOf:
      - $ref: '#/schemas/Plain'
      - allOf:
          - $ref: '#/schemas/Plain'
          - { type: object, properties: { parts: { type: array, items: { $ref: '#/schemas/Task' } } } }
  Plain:
    type: object
    properties:
      status: { type: string, enum: [queued, running, done, failed, canceled] }
      file: { type: string }
      pages: { type: integer }
      total: { type: integer }
      reasons: { type: array, items: { type: object, properties: { text: { type: string } } } }
`,
};

/** The same files with each text of `edits` replaced by another; each must stand in them exactly once. */
export function edited(edits: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let files = Object.entries(tasks);
  for (const [before, after] of Object.entries(edits)) {
    const count = files.reduce((sum, [, text]) => sum + text.split(before).length - 1, 0);
    if (count !== 1) throw new Error(`"${before}" stands in the description ${count} times, not once.`);
    files = files.map(([name, text]) => [name, text.replace(before, () => after)]);
  }
  return Object.fromEntries(files);
}
