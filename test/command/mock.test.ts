import { expect, test } from "vitest";
import type { Shell } from "../../scripts/command/shell.ts";
import type { Project } from "../build/project.ts";
import { givenProject } from "../build/project.ts";
import { printer } from "../mock/printer.ts";
import type { Said } from "./given.ts";
import { called } from "./given.ts";

const document = JSON.stringify(printer);
const generated = { "generated/printer/openapi.json": document };

interface Running {
  /** The address that was printed. */
  readonly url: string;
  /** As Ctrl-C does. */
  end(): Promise<Said>;
}

/** `openapi-jobs mock` on any free port. */
async function running(options: string, project: Project): Promise<Running> {
  const controller = new AbortController();
  let ended: Promise<Said> | undefined;
  const url = await new Promise<string>((resolve) => {
    const print: Shell["print"] = (text) => resolve(text.trim().split(/ +/)[1] ?? "");
    ended = called(`mock --port 0 ${options}`, project, { signal: controller.signal, print });
  });
  return {
    url,
    async end() {
      controller.abort();
      return (await ended) ?? { code: -1, out: "", err: "" };
    },
  };
}

async function json(url: string, init?: RequestInit): Promise<unknown> {
  return (await fetch(url, init)).json();
}

const start = { method: "POST", body: '{"text":"Hi"}', headers: { "content-type": "application/json" } };

test("openapi-jobs mock plays what clients were generated for, until Ctrl-C, and says what was asked", async () => {
  const { url, end } = await running("--duration 0ms", givenProject(generated));
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/printer$/);
  expect(await json(`${url}/prints`, start)).toEqual({ id: "print-1" });
  expect(await json(`${url}/prints/print-1`)).toMatchObject({ id: "print-1", state: "done" });
  expect(await json(`${url}/prints?tray=secret`)).toMatchObject([{ state: "waiting" }]);
  expect(await (await fetch(new URL("/scanner", url))).text()).toBe(
    "Nothing is at /scanner. There are: /printer.\n",
  );
  expect(await end()).toEqual({
    code: 130,
    out: "",
    err: [
      "Each address is the baseUrl of a client. Ctrl-C ends.",
      "202 POST /printer/prints",
      "200 GET /printer/prints/print-1",
      "200 GET /printer/prints",
      "404 GET /scanner",
      "",
    ].join("\n"),
  });
});

test("openapi-jobs mock has jobs end otherwise", async () => {
  const { url, end } = await running("--duration 0ms --end failed", givenProject(generated));
  await json(`${url}/prints`, start);
  expect(await json(`${url}/prints/print-1`)).toMatchObject({ state: "jammed" });
  await end();
});

test("openapi-jobs mock can be asked by web pages", async () => {
  const { url, end } = await running("", givenProject(generated));
  const headers = {
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization",
  };
  const preflight = await fetch(`${url}/prints`, { method: "OPTIONS", headers });
  expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([
    204,
    "authorization",
  ]);
  expect((await fetch(`${url}/prints/1`)).headers.get("access-control-allow-origin")).toBe("*");
  await end();
});

test("openapi-jobs mock names the next port when one is taken", async () => {
  const project = givenProject(generated);
  const { url, end } = await running("", project);
  const port = Number(new URL(url).port);
  const { code, err } = await called(`mock --port ${port}`, project);
  expect([code, err]).toEqual([
    2,
    `The port ${port} is taken, perhaps by another mock. Name one: --port ${port + 1}.\nSee: openapi-jobs mock --help\n`,
  ]);
  await end();
});

test.each([
  [
    "mock",
    {},
    "There is no client in generated. First call openapi-jobs generate; what that writes is played here.",
  ],
  [
    "mock --out clients",
    generated,
    "There is no client in clients. First call openapi-jobs generate; what that writes is played here.",
  ],
  ["mock priter", generated, "There is no client of priter in generated; did you mean printer?"],
  ["mock scanner", generated, "There is no client of scanner in generated; there are printer."],
  ["mock --port many", generated, "--port takes a number up to 65535, and not many."],
  ["mock --duration 3", generated, "--duration takes a number and ms, s, m, h or d, such as 3s, and not 3."],
  ["mock --end finished", generated, "--end takes succeeded, failed, canceled, and not finished."],
])("openapi-jobs %s is told what to do", async (call, files, sentence) => {
  expect(await called(call, givenProject(files))).toEqual({
    code: 2,
    out: "",
    err: `${sentence}\nSee: openapi-jobs mock --help\n`,
  });
});
