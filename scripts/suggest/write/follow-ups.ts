import type { Operation } from "../../plugin/operations.ts";
import { isCredential } from "../../vocabulary/credential.ts";
import { printExpression } from "../../vocabulary/expression.ts";
import { plainName } from "../../vocabulary/tokens.ts";
import { templateOf } from "../see/resource.ts";
import type { Candidate } from "../weigh/candidate.ts";

/** What comes after a job has succeeded: where its result is to be had. */
export interface FollowUp {
  readonly name: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
  /** What made the match, for a person. */
  readonly why: string;
}

/** The operations that give what a job has made: below its own path, or by an id in its answer. */
export function followUpsOf(candidate: Candidate, operations: readonly Operation[]): readonly FollowUp[] {
  const found = new Map<string, FollowUp>();
  for (const operation of operations) {
    const followUp = below(candidate, operation) ?? byId(candidate, operation);
    if (followUp && !found.has(followUp.name)) found.set(followUp.name, followUp);
  }
  return [...found.values()];
}

/** What calls such a job off, for a person to know of: nothing follows from it once the job has ended. */
export function callsOff({ resource }: Candidate, operations: readonly Operation[]): Operation | undefined {
  const pattern = new RegExp(`^${escaped(resource.item)}/(cancel|abort|stop|terminate)$`, "i");
  return operations.find(({ method, path }) => method !== "GET" && pattern.test(templateOf(path)));
}

const results =
  /^(results?|outputs?|downloads?|content|contents|bundle|archive|artifacts?|report|transcript|file|files|output[-_]items|export)$/i;

function below({ operation: status, resource }: Candidate, operation: Operation): FollowUp | undefined {
  const { method, path } = operation;
  const template = templateOf(path);
  if (resource.key === undefined || operation === status || !template.startsWith(`${resource.item}/`))
    return undefined;
  const rest = template.slice(resource.item.length + 1);
  const isRead = method === "GET" || (method === "POST" && /^(bundle|download|result)/.test(rest));
  if (!isRead || !results.test(rest)) return undefined;
  const names = namesIn(path);
  const parameters = namesIn(status.path)
    .slice(0, names.length)
    .map((own, index) => [names[index] ?? own, `$request.path.${own}`]);
  const isWhole = parameters.length === names.length;
  return isWhole
    ? {
        name: linkName(rest),
        operation,
        parameters: Object.fromEntries(parameters),
        why: `${method} ${path} is below the path of the job`,
      }
    : undefined;
}

/** `output_file_id` leads to `/files/{file_id}/content`. */
function byId({ answer, status, siblings }: Candidate, operation: Operation): FollowUp | undefined {
  if (operation.method !== "GET" || !/\{[^}]+\}(\/(content|download))?$/.test(operation.path))
    return undefined;
  const isDownload =
    /\/(content|download)$/.test(operation.path) || /download/i.test(operation.path + (operation.id ?? ""));
  const [key, ...others] = operation.parameters.filter(
    (one) => one.required && !isCredential(one.name, one.in),
  );
  if (!isDownload || key === undefined || others.length > 0 || key.in !== "path") return undefined;
  const wanted = plainName(key.name);
  if (!/file|download|export|result|output|artifact|asset/.test(wanted)) return undefined;
  const member = [...siblings].find((name) => {
    const plain = plainName(name);
    return plain === wanted || (/^(output|result|export)/.test(plain) && plain.endsWith(wanted));
  });
  if (member === undefined || answer.body === undefined) return undefined;
  const pointer = [...status.member.pointer.slice(0, -1), member];
  return {
    name: "download",
    operation,
    parameters: { [key.name]: printExpression({ kind: "response.body", pointer }) },
    why: `its answer has ${member}, which ${operation.name} takes as ${key.name}`,
  };
}

function linkName(rest: string): string {
  return rest.toLowerCase().replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function namesIn(path: string): readonly string[] {
  return Array.from(path.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
