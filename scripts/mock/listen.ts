import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { preflight, readable } from "../../src/sandbox/cors.ts";

/** Answers a request; `prefix` is the part of its path that is not the API's. */
export type Answering = (request: Request, prefix: string) => Promise<Response>;

export interface Listening {
  /** The address of each API, to be given to its client as `baseUrl`. */
  readonly urls: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Is told what was asked, without a query, and the status of the answer. */
  readonly onAnswer: (method: string, path: string, status: number) => void;
}

/** Opens a port of this machine, which nobody else can reach: `/printer/prints` is `/prints` of the API `printer`. */
export async function listen(
  apis: ReadonlyMap<string, Answering>,
  { port, onAnswer }: ListenOptions,
): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    const respond = async (): Promise<void> => {
      const request = await requestOf(incoming);
      const { pathname } = new URL(request.url);
      // web pages of any origin may call: there is nothing here but samples
      const response = preflight(request) ?? readable(await answer(apis, request, pathname));
      onAnswer(request.method, pathname, response.status);
      await send(response, outgoing);
    };
    respond().catch((error: unknown) => {
      outgoing.writeHead(500, { "content-type": "text/plain" }).end(`${error}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: own } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    urls: new Map([...apis.keys()].map((name) => [name, `http://127.0.0.1:${own}/${name}`])),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  apis: ReadonlyMap<string, Answering>,
  request: Request,
  pathname: string,
): Promise<Response> {
  const [, name = ""] = pathname.split("/");
  const play = apis.get(name);
  if (play) return play(request, `/${name}`);
  const there = [...apis.keys()].map((each) => `/${each}`).join(", ");
  return new Response(`Nothing is at ${pathname}. There are: ${there}.\n`, { status: 404 });
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", url = "/", headers: given } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(given).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, [value].flat().join(", ")]],
  );
  const isBare = method === "GET" || method === "HEAD" || chunks.length === 0;
  // its own host, whatever it was called by
  const address = `http://127.0.0.1:${incoming.socket.localPort}`;
  return new Request(new URL(url.replace(/^\/+/, "/"), address), {
    method,
    headers,
    ...(isBare ? {} : { body: Buffer.concat(chunks) }),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
