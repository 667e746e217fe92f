/** Somebody's API with jobs of many shapes, and with much that looks like a job and is none. Nothing is declared. */
export const studio = `openapi: 3.1.0
info: { title: Studio, version: 1.0.0 }
servers: [{ url: https://studio.example }]
security: [{ key: [] }]
paths:
  /films/{film}/exports:
    post:
      operationId: createExport
      parameters: [{ $ref: '#/components/parameters/film' }]
      responses:
        '202': { $ref: '#/components/responses/Accepted' }
        4XX: { $ref: '#/components/responses/Refused' }
  /films/{filmId}/exports/{export_id}:
    get:
      operationId: getExport
      summary: Poll this until the export has ended
      parameters:
        - { name: filmId, in: path, required: true, schema: { type: string } }
        - { name: export_id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The export
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data:
                    type: object
                    properties:
                      id: { type: string }
                      status: { type: string, enum: [created, queued, rendering, completed, completed_with_errors, failed, cancelled] }
                      percent: { type: integer }
                      output_file_id: { type: string }
                      error: { type: object, properties: { code: { type: string }, message: { type: string } } }
        4XX: { $ref: '#/components/responses/Refused' }
  /films/{filmId}/exports/{export_id}/cancel:
    post:
      operationId: cancelExport
      parameters:
        - { name: filmId, in: path, required: true, schema: { type: string } }
        - { name: export_id, in: path, required: true, schema: { type: string } }
      responses: { '200': { description: Called off } }
  /files/{file_id}/content:
    get:
      operationId: downloadFile
      parameters: [{ name: file_id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: The file, content: { video/mp4: { schema: { type: string, format: binary } } } } }
  /imports:
    post:
      responses:
        '201':
          description: Begun
          headers: { Location: { schema: { type: string } } }
  /imports/{importName}:
    get:
      parameters: [{ name: importName, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: The import
          content:
            application/json:
              schema:
                type: object
                properties:
                  state:
                    type: integer
                    description: "0: succeeded, 1: being read; 2 - failed, the file is broken"
                    enum: [0, 1, 2]
  /scans:
    post:
      operationId: startScan
      responses:
        '202': { $ref: '#/components/responses/Accepted' }
  /scans/{scanId}:
    get:
      operationId: describeScan
      parameters: [{ name: scanId, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: The scan
          content:
            application/json:
              schema:
                type: object
                properties:
                  id: { type: string }
                  done: { type: boolean }
                  error: { type: object, properties: { message: { type: string } } }
                  response: { type: object, properties: { faces: { type: integer } } }
  /statistics/{year}:
    get:
      operationId: getStatistics
      description: Computed in the background.
      parameters: [{ name: year, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: The statistics
          content: { application/json: { schema: { type: object, properties: { views: { type: integer } } } } }
        '202': { description: Being computed }
  /orders:
    post:
      operationId: placeOrder
      responses: { '201': { description: Placed, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{ $ref: '#/components/parameters/id' }]
      responses: { '200': { description: The order, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
  /members/{id}:
    get:
      operationId: getMember
      parameters: [{ $ref: '#/components/parameters/id' }]
      responses:
        '200':
          description: The member
          content:
            application/json:
              schema: { type: object, properties: { status: { type: string, enum: [active, inactive, archived] } } }
  /tickets/{id}:
    get:
      operationId: getTicket
      parameters: [{ $ref: '#/components/parameters/id' }]
      responses:
        '200':
          description: The ticket
          content:
            application/json:
              schema: { type: object, properties: { state: { type: string, enum: [open, pending, resolved, closed] } } }
  /exports:
    get:
      operationId: listExports
      responses:
        '200':
          description: All exports
          content:
            application/json:
              schema:
                type: object
                properties:
                  items: { type: array, items: { type: object, properties: { status: { type: string, enum: [queued, done, failed] } } } }
components:
  parameters:
    film: { name: film, in: path, required: true, schema: { type: string } }
    id: { name: id, in: path, required: true, schema: { type: string } }
  responses:
    Accepted:
      description: Accepted
      content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } }
    Refused:
      description: Refused
      headers: { X-Request-Id: { schema: { type: string } } }
      content:
        application/json:
          schema:
            type: object
            properties:
              error: { type: object, properties: { code: { type: string }, message: { type: string } } }
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        status: { type: string, enum: [pending, paid, shipped, delivered, refunded, canceled] }
  securitySchemes: { key: { type: http, scheme: bearer } }
`;
