import { camelCase, isExportable } from "../../vocabulary/identifier.ts";
import type { MarkedJobs } from "../../vocabulary/marked-jobs.ts";
import type { Code } from "../emit/layout.ts";
import { braces, hardLine, layOut } from "../emit/layout.ts";
import type { Entry } from "../emit/literal.ts";
import { object, text } from "../emit/literal.ts";
import type { ApiModel, TokenModel } from "../model/model.ts";
import { pascalCase } from "../model/names.ts";
import type { Document } from "../model/openapi.ts";
import { isNameAndSecret, isWholeHeader } from "../model/security.ts";
import type { FirstCall, NextCall } from "./call.ts";
import { firstCall } from "./call.ts";

/** Where a program finds what is generated for an API. */
export interface ClientPlace {
  /** What it imports the client from: `./generated/printer/index.js`. */
  readonly module: string;
  /** The file of the bundled document, as seen from where the program runs. */
  readonly document: string;
}

export interface FirstProgram {
  readonly text: string;
  /** It waits for a job. */
  readonly hasJob: boolean;
}

const width = 100;

/**
 * The first program for an API: a call with sample values, on a mock, so that it may be run at once; `undefined` where
 * nothing can be called. `document` is what the types are printed from, and `marked` names the jobs that somebody has to look at first.
 */
export function firstProgram(
  model: ApiModel,
  document: Document,
  place: ClientPlace,
  marked?: MarkedJobs,
): FirstProgram | undefined {
  const call = firstCall(model, document, marked);
  if (call === undefined) return undefined;
  const make = `create${pascalCase(model.name)}Client`;
  const names = openNames([make, call.name]);
  const [verb, mock, fetch] = [
    call.verb && names.use(call.verb),
    names.use("createMock"),
    names.use("fetch"),
  ];
  const save = call.next?.isFile ? names.use("save") : undefined;
  const client = names.use(camelCase(model.name));
  const fetched: Entry = ["fetch", fetch.name];
  const options: readonly Entry[] = [
    ...(model.server.isComplete ? [] : [["baseUrl", text("https://api.example.test")] as const]),
    ...(model.token ? [["auth", sampleToken(model.token)] as const] : []),
    fetched,
  ];
  const statements: readonly Code[] = [
    ...(verb ? [imported([verb], "openapi-jobs")] : []),
    imported([mock], "openapi-jobs/mock"),
    ...(save ? [imported([save], "openapi-jobs/node")] : []),
    imported([make, call.name].sort().map(plain), place.module),
    "",
    "// The mock plays the service, without an account. For the real one, leave out createMock and fetch.",
    `const { ${fetch.as(": ")} } = ${mock.name}(${text(place.document)});`,
    ...(model.token && isWholeHeader(model.token) ? [wordBefore] : []),
    [`const ${client.name} = ${make}(`, object(options), ");"],
    ...(verb
      ? waited(call, { verb: verb.name, client: client.name, save: save?.name }, names)
      : asked(call, client.name)),
  ];
  const lines = statements.map((each) => [each, hardLine]);
  return { text: `${layOut(lines, width).trimEnd()}\n`, hasJob: verb !== undefined };
}

const wordBefore =
  "// auth is sent as it is: what the service wants before the key, such as `Token` and a space, belongs there, too.";

function sampleToken(token: TokenModel): string {
  return isNameAndSecret(token) ? 'btoa("name:secret")' : text("my-key");
}

/** A job, from its start or its question to its result, and to what comes after it. */
function waited(
  { name, verb, unmet, params, hasProgress, next }: FirstCall,
  called: { readonly verb: string; readonly client: string; readonly save: string | undefined },
  names: Names,
): readonly Code[] {
  const job = names.use("job").name;
  const given = params === undefined ? [] : [", ", params];
  return [
    ...(unmet === undefined
      ? []
      : [
          `// ${unmet} starts such a job, but no values for it were found that the document allows: so the id is made up.`,
        ]),
    [
      `const ${job} = ${verb === "start" ? "await " : ""}${called.verb}(${called.client}, ${name}`,
      given,
      ");",
    ],
    hasProgress
      ? `for await (const { state, progress } of ${job}) console.log(state, progress);`
      : `for await (const { state, status } of ${job}) console.log(state, status);`,
    `console.log(await ${job}.result());`,
    ...(next ? followed(next, job, called.save, names) : []),
  ];
}

/** A file is saved anew each time, under a name that is nobody else's. */
function followed(
  { name, params }: NextCall,
  job: string,
  save: string | undefined,
  names: Names,
): readonly Code[] {
  const given = params === undefined ? [] : [", ", params];
  const call: Code = [`await ${job}.follow(${text(name)}`, given, ")"];
  if (save === undefined) return [["console.log(", call, ");"]];
  const file = names.use("file").name;
  return [
    [`const ${file} = `, call, ";"],
    `console.log(await ${save}(${file}, "download", { overwrite: true }));`,
  ];
}

function asked({ name, params }: FirstCall, client: string): readonly Code[] {
  const given = params === undefined ? [] : [", ", params];
  return [[`console.log(await ${name}(${client}`, given, "));"]];
}

interface Name {
  readonly name: string;
  /** As it is bound, from what it is called elsewhere. */
  as(between: string): string;
}

interface Names {
  /** The name for it, which nothing else here has. */
  use(name: string): Name;
}

/** What comes from the client keeps its name. */
function openNames(given: readonly string[]): Names {
  const taken = new Set([...given, "btoa", "console", "progress", "state", "status"]);
  const free = (name: string): string => (taken.has(name) || !isExportable(name) ? free(`${name}_`) : name);
  return {
    use: (wanted) => {
      const name = free(wanted);
      taken.add(name);
      return { name, as: (between) => (name === wanted ? name : `${wanted}${between}${name}`) };
    },
  };
}

function plain(name: string): Name {
  return { name, as: () => name };
}

function imported(names: readonly Name[], from: string): Code {
  return ["import ", braces(names.map((each) => each.as(" as "))), ` from ${text(from)};`];
}
