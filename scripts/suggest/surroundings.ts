import type { Document } from "../plugin/document.ts";
import type { Operation } from "../plugin/operations.ts";
import { plainName, tokensOf } from "../vocabulary/tokens.ts";
import { addressOf, wayTo } from "./bundle.ts";
import type { Candidate } from "./candidates.ts";
import type { Evidence } from "./evidence.ts";
import { isWork, saysToWait } from "./nouns.ts";
import { templateOf } from "./resource.ts";
import { membersOf } from "./schema-members.ts";
import { bodyOf } from "./status.ts";

type Looked = Omit<Candidate, "evidence">;

/** What speaks for and against a job besides the status itself and the noun of its path. */
export function aboutSurroundings(candidate: Looked, document: Document): readonly Evidence[] {
  return [
    ...aboutAnswerName(candidate, document),
    ...aboutOwnPath(candidate),
    ...aboutAccepted(candidate),
    ...aboutRepetition(candidate),
  ];
}

/** What callers set or change afterwards is theirs, or stays: jobs are started and left alone. */
export function aboutChanges(
  { operation, resource, status }: Candidate,
  operations: readonly Operation[],
  document: Document,
): readonly Evidence[] {
  if (resource.rest.length > 0 || resource.key === undefined) return [];
  const found = operations.filter(
    ({ method, path }) => (method === "PATCH" || method === "PUT") && templateOf(path) === resource.item,
  );
  const way = wayTo(operation.place);
  const name = status.member.pointer.at(-1) ?? "";
  const setter = found.find((one) => bodyMembers(one, document).has(name));
  if (setter) return [{ text: `${setter.name} sets its ${name}`, way, weight: -2.5 }];
  const change = found.find(({ method }) => method === "PATCH");
  if (change === undefined || (isWork(resource.words) && !resource.words.includes("task"))) return [];
  return [{ text: `${change.name} changes it afterwards`, way, weight: -1 }];
}

function bodyMembers({ fields }: Operation, document: Document): ReadonlyMap<string, unknown> {
  const content = document.fields(document.fields(fields.get("requestBody")).get("content"));
  const schema = [...content.values()].map((media) => document.fields(media).get("schema"))[0];
  return schema ? membersOf(schema, document) : new Map();
}

/** `/convert/{from}/{to}` is answered at once: nothing starts one, and what it takes is no id. */
export function aboutKey({ operation, resource: { key } }: Candidate): readonly Evidence[] {
  const isId = key === undefined || (idLike.test(key) && !/^(key|path)$/i.test(key));
  return isId
    ? []
    : [{ text: `${key} does not look like the id of one`, way: wayTo(operation.place), weight: -2.5 }];
}

const idLike =
  /(id|uuid|guid|ref|pk|no|num|number|name|token|code|slug|hash|handle|job|task|run|operation|execution|process|import|export|key|url|urn|year)$/i;

/** `ExportJobResponse`, when the path does not speak of work. */
function aboutAnswerName({ resource, answer, status }: Looked, document: Document): readonly Evidence[] {
  const body = bodyOf(answer.response, document);
  const end = body && document.follow(body);
  const [components, schemas, name = ""] = end ? addressOf(end) : [];
  if (components !== "components" || schemas !== "schemas" || isWork(resource.words)) return [];
  if (status.known === "codes" || status.known === "flag") return [];
  const words = tokensOf(name).filter((word) => !wrapping.test(word));
  return work.test(words.at(-1) ?? "")
    ? [{ text: `its answer is called ${name}`, way: wayTo(answer.place), weight: 1 }]
    : [];
}

const wrapping =
  /^(response|dto|output|result|info|detail|details|read|model|schema|out|status|state|v?\d+)$/;
const work =
  /^(job|task|run|operation|execution|export|import|batch|backup|scan|report|crawl|transcode|render|migration|build|deployment|prediction|training|generation|conversion|transcription|invocation|process)s?$/;

/** `/…/{id}/status` is there for nothing else. */
function aboutOwnPath({ operation, resource, status }: Looked): readonly Evidence[] {
  const isOwn = /status|progress/i.test(resource.rest.at(-1) ?? "");
  return isOwn && status.known !== "codes"
    ? [{ text: "the operation is there for the status alone", way: wayTo(operation.place), weight: 0.5 }]
    : [];
}

/** What the 202 of a question says of itself. */
function aboutAccepted({ status }: Looked): readonly Evidence[] {
  if (status.known !== "codes") return [];
  const { value } = status.member.schema;
  const text = typeof value === "object" && value !== null && "description" in value ? value.description : "";
  return typeof text === "string" && saysToWait(text)
    ? [{ text: "its 202 says that it is not ready yet", way: wayTo(status.member.schema), weight: 1.5 }]
    : [];
}

/** The status of what was done last of many times: a connection that is synchronized every night. */
function aboutRepetition({ siblings, status }: Looked): readonly Evidence[] {
  const name = [...siblings].find((each) =>
    /^last(sync|synced|run|execution|checked|refresh|refreshed|imported|exported)/.test(plainName(each)),
  );
  return name === undefined
    ? []
    : [
        {
          text: `${name} stands beside it, so it happens again and again`,
          way: wayTo(status.member.schema),
          weight: -1,
        },
      ];
}
