import { seeded } from "../../polling/random.ts";
import { jobPaths, resourcePaths } from "./operations.ts";
import type { JsonObject } from "./schemas.ts";
import { ref, resourceSchemas, sharedSchemas } from "./schemas.ts";
import { pascal, resourceNames, serviceNames } from "./words.ts";

/**
 * A description of a platform that does not exist, the same in each run, with the shapes of those that do: resources put
 * together by allOf, events told apart by a discriminator, null in the way of OpenAPI 3.0, pages, shared parameters and
 * refusals, schemas that refer to themselves, and a job for each service.
 */
export function syntheticDocument(services: number = serviceNames.length): JsonObject {
  const random = seeded(2026);
  const chosen = serviceNames.slice(0, services);
  const kinds = chosen.flatMap((service) => resourceNames.map((resource) => [service, resource] as const));
  return {
    openapi: "3.0.3",
    info: {
      title: "Synthetic platform API",
      version: "1.0.0",
      description: "Made by a benchmark. Nothing answers at its address.",
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: "https://api.platform.test/v1" }],
    security: [{ token: [] }],
    tags: chosen.map((name) => ({ name, description: `All about ${name}.` })),
    paths: merged([
      ...kinds.map(([service, resource]) => resourcePaths(service, resource, random)),
      ...chosen.map((service) => jobPaths(service, random)),
    ]),
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      parameters: {
        Cursor: { name: "cursor", in: "query", schema: { type: "string" } },
        Limit: {
          name: "limit",
          in: "query",
          schema: { type: "integer", minimum: 1, maximum: 200, default: 50 },
        },
        IdempotencyKey: { name: "Idempotency-Key", in: "header", schema: { type: "string", maxLength: 64 } },
      },
      responses: Object.fromEntries(
        [400, 401, 403, 404, 409, 422, 429, 500].map((status) => [
          `Refused${status}`,
          {
            description: `Refused with ${status}.`,
            content: { "application/json": { schema: ref("Fault") } },
          },
        ]),
      ),
      schemas: merged([
        sharedSchemas,
        { Export: exportSchema },
        ...kinds.map(([service, resource]) => resourceSchemas(pascal(service, resource), random)),
      ]),
    },
  };
}

const exportSchema: JsonObject = {
  type: "object",
  required: ["id", "status"],
  properties: {
    id: { type: "string" },
    status: { type: "string", enum: ["queued", "running", "done", "failed"] },
    percent: { type: "integer", minimum: 0, maximum: 100 },
    files: { type: "array", items: { type: "string", format: "uri" } },
  },
};

function merged(parts: readonly JsonObject[]): JsonObject {
  return Object.assign({}, ...parts);
}
