import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Printer {
  readonly url: string;
  /** What was asked of it, in order. */
  readonly requests: readonly string[];
  close(): void;
}

/** The service that the README's specification describes: the second look finds the print done. */
export async function startPrinter(): Promise<Printer> {
  const requests: string[] = [];
  const prints = new Map<string, number>();
  const server = createServer((request, response) => {
    const { method, url = "", headers } = request;
    requests.push(`${method} ${url}`);
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    request.resume();
    if (headers.authorization !== "Bearer my-key") answer(401, { error: "Who are you?" });
    else if (method === "POST" && url === "/prints") {
      prints.set("7", 0);
      answer(202, { id: "7" });
    } else {
      const looks = prints.get("7") ?? 0;
      prints.set("7", looks + 1);
      answer(
        200,
        looks === 0 ? { state: "printing", page: 1, pages: 2 } : { state: "done", page: 2, pages: 2 },
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return { url: `http://127.0.0.1:${port}`, requests, close: () => server.close() };
}
