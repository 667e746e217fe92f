import type { Random } from "../../polling/random.ts";
import type { Json, JsonObject } from "./schemas.ts";
import { ref } from "./schemas.ts";
import { pascal, prose } from "./words.ts";

/** The eight operations of one kind of resource, by path. */
export function resourcePaths(service: string, resource: string, random: Random): JsonObject {
  const name = pascal(service, resource);
  const [collection, item] = [`/${service}/${resource}s`, `/${service}/${resource}s/{${resource}_id}`];
  const id = {
    name: `${resource}_id`,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
    description: prose(6, random),
  };
  const operation = (verb: string, rest: JsonObject): JsonObject => ({
    operationId: `${verb}${name}`,
    tags: [service],
    summary: prose(5, random).slice(0, -1),
    description: `${prose(25, random)}\n\n${prose(35, random)}`,
    ...rest,
  });
  return {
    [collection]: {
      get: operation("list", {
        parameters: [...pageParameters, ...filters(name, random)],
        responses: answers("200", json(ref(`${name}Page`)), [401, 403, 429, 500]),
      }),
      post: operation("create", {
        parameters: [ref("IdempotencyKey", "parameters")],
        requestBody: { required: true, ...json(ref(`${name}Create`)) },
        responses: answers("201", json(ref(name)), [400, 401, 403, 409, 422, 429, 500]),
      }),
    },
    [item]: {
      parameters: [id],
      get: operation("get", {
        parameters: [{ name: "fields", in: "query", schema: { type: "array", items: { type: "string" } } }],
        responses: answers("200", json(ref(name)), [401, 403, 404, 429, 500]),
      }),
      put: operation("replace", {
        requestBody: { required: true, ...json(ref(`${name}Create`)) },
        responses: answers("200", json(ref(name)), [400, 401, 403, 404, 409, 422, 429, 500]),
      }),
      patch: operation("update", {
        parameters: [{ name: "If-Match", in: "header", schema: { type: "string" } }],
        requestBody: { required: true, ...json(ref(`${name}Patch`)) },
        responses: answers("200", json(ref(name)), [400, 401, 403, 404, 409, 422, 429, 500]),
      }),
      delete: operation("delete", {
        responses: answers("204", {}, [401, 403, 404, 409, 429, 500]),
      }),
    },
    [`${item}/events`]: {
      parameters: [id],
      get: operation("listEventsOf", {
        parameters: pageParameters,
        responses: answers(
          "200",
          json({
            allOf: [
              ref("Page"),
              { type: "object", properties: { items: { type: "array", items: ref(`${name}Event`) } } },
            ],
          }),
          [401, 403, 404, 429, 500],
        ),
      }),
    },
    [`${item}/settings`]: {
      parameters: [id],
      put: operation("configure", {
        requestBody: { required: true, ...json(ref(`${name}Settings`)) },
        responses: answers("200", json(ref(`${name}Settings`)), [400, 401, 403, 404, 422, 429, 500]),
      }),
    },
  };
}

/** A job of a service: what starts its export, and what tells how that is. */
export function jobPaths(service: string, random: Random): JsonObject {
  const name = pascal(service, "export");
  const link = { operationId: `get${name}`, parameters: { export_id: "$response.body#/id" } };
  return {
    [`/${service}/exports`]: {
      post: {
        operationId: `start${name}`,
        tags: [service],
        summary: `Export everything of ${service}`,
        description: prose(30, random),
        requestBody: {
          required: true,
          ...json({ type: "object", properties: { format: { type: "string", enum: ["csv", "json"] } } }),
        },
        responses: {
          "202": { description: "Accepted.", ...json(ref("Export")), links: { status: link } },
          ...faults([400, 401, 403, 429, 500]),
        },
      },
    },
    [`/${service}/exports/{export_id}`]: {
      get: {
        operationId: `get${name}`,
        tags: [service],
        summary: `How an export of ${service} is`,
        description: prose(30, random),
        parameters: [{ name: "export_id", in: "path", required: true, schema: { type: "string" } }],
        responses: answers("200", json(ref("Export")), [401, 403, 404, 429, 500]),
        "x-polling": {
          job: `${service}Export`,
          status: "$response.body#/status",
          pending: ["queued", "running"],
          succeeded: ["done"],
          failed: ["failed"],
          progress: "$response.body#/percent",
          result: "$response.body#/files",
        },
      },
    },
  };
}

const pageParameters: readonly Json[] = [ref("Cursor", "parameters"), ref("Limit", "parameters")];

function filters(name: string, random: Random): readonly Json[] {
  return [
    { name: "state", in: "query", schema: { type: "array", items: ref(`${name}State`) } },
    { name: "created_after", in: "query", schema: { type: "string", format: "date-time" } },
    {
      name: "sort",
      in: "query",
      description: prose(8, random),
      schema: { type: "string", enum: ["created_at", "-created_at", "priority"], default: "created_at" },
    },
  ];
}

function json(schema: Json): JsonObject {
  return { content: { "application/json": { schema } } };
}

function answers(status: string, body: JsonObject, refused: readonly number[]): JsonObject {
  return { [status]: { description: "Done.", ...body }, ...faults(refused) };
}

function faults(statuses: readonly number[]): JsonObject {
  return Object.fromEntries(statuses.map((status) => [String(status), ref(`Refused${status}`, "responses")]));
}
