import { parse } from "yaml";
import { readApi } from "../../../scripts/build/model/api.ts";
import type { ApiModel } from "../../../scripts/build/model/model.ts";
import type { Document } from "../../../scripts/build/model/openapi.ts";

/** A printer: `createPrint` starts the job `print`, which `getPrint` tells of, and `getPaper` comes after. */
export const printer = `
openapi: 3.1.0
info: { title: Printer, version: 1.0.0 }
servers: [{ url: https://printer.example }]
paths:
  /prints:
    post:
      operationId: createPrint
      parameters: [{ name: tray, in: query, schema: { type: string } }]
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [text], properties: { text: { type: string }, size: { type: string, enum: [a4, a5] } } }
      responses:
        '202':
          description: Queued
          content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } }
          links: { status: { operationId: getPrint, parameters: { id: $response.body#/id } } }
  /prints/{id}:
    get:
      operationId: getPrint
      x-polling: { job: print, status: $response.body#/state, pending: [waiting], succeeded: [done], failed: [jammed], requires: [pages], minInterval: 2s }
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: The print
          content: { application/json: { schema: { $ref: '#/components/schemas/Print' } } }
          links: { paper: { operationId: getPaper, parameters: { id: $response.body#/paper } } }
  /papers/{id}:
    get:
      operationId: getPaper
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: Paper, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Print' } } } } } }
components:
  schemas:
    Print:
      type: object
      required: [state]
      properties:
        state: { type: string, enum: [waiting, done, jammed] }
        pages: { type: integer }
        paper: { type: string }
        parent: { $ref: '#/components/schemas/Print' }
`;

export function documentOf(yaml: string): Document {
  return parse(yaml);
}

export function modelOf(yaml: string): ApiModel {
  return readApi(documentOf(yaml), "printer").model;
}

/** The printer with some of its text replaced; throws when the text is not there. */
export function changed(...replacements: readonly (readonly [from: string, to: string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`There is no ${from}.`);
    return text.replaceAll(from, to);
  }, printer);
}
