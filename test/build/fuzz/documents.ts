import fs from "node:fs";
import fc from "fast-check";
import { bracketed, hostile, hostileScalar, hostileValue, named } from "./hostile.ts";

const scalars = fc.uniqueArray(hostileScalar, { minLength: 3, maxLength: 6 }).filter(
  // an empty status is none, and a listed one is compared as text in some places
  (values) => new Set(values.map(String)).size === values.length && !values.includes(""),
);

/** A schema in which every word is hostile. */
const schema: fc.Arbitrary<object> = fc.letrec<{ any: object }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.record({ enum: fc.uniqueArray(hostileScalar, { minLength: 1, maxLength: 4 }), description: hostile }),
    fc.record({ type: fc.constant("string"), default: hostile, title: hostile, format: hostile }),
    fc.record({ const: hostileValue, examples: fc.array(hostileValue, { maxLength: 2 }) }),
    fc.constantFrom({ $ref: "#/components/schemas/Shared" }, { type: "integer" }, { type: "null" }),
    fc.record({ type: fc.constant("array"), items: tie("any") }),
    fc.record({
      type: fc.constant("object"),
      properties: fc.dictionary(hostile, tie("any"), { maxKeys: 3, noNullPrototype: true }),
      required: fc.array(hostile, { maxLength: 2 }),
      description: hostile,
      deprecated: fc.boolean(),
    }),
    fc.record({ type: fc.constant("object"), additionalProperties: tie("any") }),
    fc.record({ oneOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }), title: hostile }),
    fc.record({ allOf: fc.array(tie("any"), { minLength: 1, maxLength: 3 }), "x-note": hostileValue }),
  ),
})).any;

const words = fc.record({
  title: hostile,
  summary: hostile,
  description: hostile,
  tag: hostile,
  id: named,
  job: mostly("working", hostile),
  parameter: bracketed,
  query: hostile,
  header: hostile,
  constant: hostileScalar,
  media: fc.oneof(hostile, fc.constantFrom("image/png", "multipart/form-data", "text/plain")),
  property: hostile,
  component: hostile,
  link: mostly("next", hostile),
  variable: bracketed,
  default: hostile,
  scheme: hostile,
  token: hostile,
  code: hostileScalar,
  bucket: hostile.map((text) => `b${text}`),
});

/** A specification in which whatever can be named is named by an enemy. Most of them are such as can be generated. */
export const specification: fc.Arbitrary<object> = fc
  .record({
    version: fc.constantFrom("3.0.3", "3.1.0", "3.2.0"),
    words,
    statuses: scalars,
    body: schema,
    answer: schema,
    value: hostileValue,
  })
  .map(({ version, words: w, statuses, body, answer, value }) => {
    const pointer = w.property.replaceAll("~", "~0").replaceAll("/", "~1");
    const status = { type: "object", properties: own(w.property, { enum: statuses }, "more", answer) };
    const content = own("application/json", { schema: status, example: value }, w.media, {});
    const text = { summary: w.summary, description: w.description, tags: [w.tag] };
    const link = {
      operationId: `${w.id}2`,
      description: w.description,
      parameters: own(w.parameter, `$response.body#/${pointer}`),
    };
    return {
      openapi: version,
      info: { title: w.title, version: w.title, description: w.description },
      tags: [{ name: w.tag, description: w.description }],
      servers: [
        {
          url: `https://api.example/{${w.variable}}`,
          description: w.description,
          variables: own(w.variable, { default: w.default, description: w.description }),
        },
      ],
      security: [own(w.scheme, [])],
      "x-errors": { code: `$response.body#/${pointer}`, ok: [w.code] },
      components: {
        securitySchemes: own(w.scheme, {
          type: "apiKey",
          in: "header",
          name: w.token,
          description: w.summary,
        }),
        schemas: own(w.component, body, "Shared", { type: "string", description: w.description }),
      },
      paths: {
        "/start": {
          post: {
            ...text,
            operationId: w.id,
            parameters: [
              { name: `${w.header}1`, in: "header", required: true, schema: { enum: [w.constant] } },
              { name: `${w.query}2`, in: "query", description: w.description, schema: answer },
            ],
            requestBody: { content: own("application/json", { schema: body }, w.media, { schema: body }) },
            "x-rate-limit": { requests: 5, per: "1s", bucket: w.bucket },
            responses: {
              "202": {
                description: w.description,
                headers: own(w.header, { description: w.description, schema: { type: "string" } }),
                content: own("application/json", { schema: status }),
                links: own("status", link),
              },
              default: { description: w.description, content: own(w.media, { schema: body }) },
            },
          },
        },
        [`/jobs/{${w.parameter}}`]: {
          get: {
            ...text,
            operationId: `${w.id}2`,
            deprecated: true,
            parameters: [{ name: w.parameter, in: "path", required: true, schema: { type: "string" } }],
            "x-polling": {
              job: w.job,
              status: `$response.body#/${pointer}`,
              pending: statuses.slice(0, 1),
              succeeded: statuses.slice(1, 2),
              failed: statuses.slice(2),
              error: { message: `$response.body#/${pointer}` },
            },
            responses: {
              "200": { description: w.description, content, links: own(w.link, { operationId: w.id }) },
            },
          },
        },
      },
    };
  });

/** The same with anything else in the place of anything. */
export const broken: fc.Arbitrary<object> = breakage(specification);

/** A specification of this repository, likewise. */
export const brokenReal: fc.Arbitrary<object> = breakage(
  fc.constantFrom("mintlify-agent", "huawei-drs", "feishu").map(bundled),
);

function breakage(documents: fc.Arbitrary<object>): fc.Arbitrary<object> {
  const way = fc.array(fc.nat(20), { minLength: 1, maxLength: 16 });
  return fc
    .tuple(documents, way, hostileValue)
    .map(([document, way, value]) => replaced(document, way, value) as object); // at least one step was made
}

function bundled(name: string): object {
  return JSON.parse(
    fs.readFileSync(new URL(`../../../generated/${name}/openapi.json`, import.meta.url), "utf8"),
  );
}

function replaced(node: unknown, [step, ...rest]: readonly number[], value: unknown): unknown {
  if (typeof node !== "object" || node === null || step === undefined) return value;
  const entries = Object.entries(node);
  const chosen = entries[step % Math.max(1, entries.length)];
  if (chosen === undefined) return value;
  const next = replaced(chosen[1], rest, value);
  return Array.isArray(node)
    ? node.with(Number(chosen[0]), next)
    : Object.fromEntries(entries.map((entry) => (entry === chosen ? [entry[0], next] : entry)));
}

function mostly(good: string, other: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: other });
}

/** An object with these keys, `__proto__` among them. */
function own(...pairs: readonly unknown[]): object {
  const entries = pairs.flatMap((key, index) => (index % 2 === 0 ? [[String(key), pairs[index + 1]]] : []));
  return Object.fromEntries(entries);
}
