import type * as NodeServer from "@hono/node-server";
import type * as NodeServerResponse from "@hono/node-server/utils/response";
import { type ApiName, apiNames, type Site, siteNames } from "./apis.ts";
import { preflight, readable } from "./cors.ts";
import { ConnectionReset } from "./damage.ts";
import type { Gate } from "./gate.ts";
import { peer } from "./peers.ts";

export interface ListenOptions {
  /** Default: 0, any free port. */
  port?: number;
  /** Default: 127.0.0.1, which nobody else can reach. */
  host?: string;
  /** Lets web pages of any origin call, which no vendor says it does. Default: false. */
  cors?: boolean;
}

/** The sandbox on a port. */
export interface SandboxServer {
  /** The address of each API, to be given to its client as `baseUrl`. */
  readonly urls: Readonly<Record<ApiName, string>>;
  /** Closes the port and every connection, also those that still wait for an answer. */
  close(): Promise<void>;
}

/** Opens a port on which the first part of a path tells the site: `/feishu/open-apis/…`. */
export async function listen(
  gate: Gate,
  basePathOf: (api: ApiName) => string,
  { port = 0, host = "127.0.0.1", cors = false }: ListenOptions = {},
): Promise<SandboxServer> {
  const { createAdaptorServer } = peer<typeof NodeServer>("@hono/node-server");
  const { RESPONSE_ALREADY_SENT } = peer<typeof NodeServerResponse>("@hono/node-server/utils/response");

  const server = createAdaptorServer({
    hostname: host,
    // Request and Response stay what they are for everybody else in the process.
    overrideGlobalObjects: false,
    async fetch(request, bindings) {
      try {
        if (!cors) return await route(gate, request);
        return preflight(request) ?? readable(await route(gate, request));
      } catch (error) {
        const broken = error instanceof ConnectionReset || request.signal.aborted;
        if (!broken)
          return new Response(`${error instanceof Error ? error.stack : error}\n`, { status: 500 });
        // HTTP/1.1 bindings, for no other kind of server was asked for.
        (bindings as NodeServer.HttpBindings).incoming.socket.resetAndDestroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("The sandbox got no port to listen on.");
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  return {
    // One entry for each name, so the record is complete.
    urls: Object.fromEntries(apiNames.map((api) => [api, `${origin}/${api}${basePathOf(api)}`])) as Record<
      ApiName,
      string
    >,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function route(gate: Gate, request: Request): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  const site = siteNames.find((name) => pathname.startsWith(`/${name}/`));
  if (site) return gate.handle(site, request, pathname.slice(site.length + 1));
  return new Response(
    `Nothing here. The sandbox has: ${siteNames.map((name: Site) => `/${name}/`).join(", ")}\n`,
    {
      status: 404,
    },
  );
}
