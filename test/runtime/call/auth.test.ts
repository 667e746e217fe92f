import { describe, expect, test } from "vitest";
import type { Auth, Via } from "../../../src/runtime/call/auth.ts";
import { inQuery } from "../../../src/runtime/call/auth.ts";
import { fetchClient } from "../../../src/runtime/call/fetch-client.ts";
import { given } from "../given.ts";
import { createPrinterClient, getPrint, logIn, startPrint } from "../printer.ts";
import type { Service } from "../service.ts";
import { empty, json } from "../service.ts";

const params = { id: "p-1" };
const ok = json({ state: "done" });

function tokens(service: Service): readonly (string | undefined)[] {
  return service.sent.map(({ headers }) => headers.authorization);
}

describe("a client proves who it is", () => {
  test("and never shows a token that cannot be sent", async () => {
    const { client, service } = given([ok], { auth: "secret\n1" });
    await expect(getPrint(client, params)).rejects.toThrow(
      new TypeError("The token is empty, or no header can hold it."),
    );
    expect(service.sent).toEqual([]);
  });

  test.each([
    ["", 'The token is "": is the variable set?'],
    [undefined, "The token is undefined: is the variable set?"],
    // JavaScript has no types
    [null as unknown as undefined, "The token is null: is the variable set?"],
  ])("but not with %j, as a variable gives that is not set", (auth, message) => {
    expect(() => createPrinterClient({ auth })).toThrow(new TypeError(message));
  });

  test("but not with an empty token, as a function may give one", async () => {
    for (const auth of [() => "", { token: async () => "" }]) {
      const { client, service } = given([ok], { auth });
      await expect(getPrint(client, params)).rejects.toThrow("The token is empty, or no header can hold it.");
      await expect(fetchClient(client).GET("/prints/{id}", { params: { path: params } })).rejects.toThrow(
        "The token is empty, or no header can hold it.",
      );
      expect(service.sent).toEqual([]);
    }
  });

  test("with a token", async () => {
    const { client, service } = given([ok], { auth: "secret-1" });
    await getPrint(client, params);
    expect(tokens(service)).toEqual(["Bearer secret-1"]);
  });

  test("with what a function gives, asked before each call", async () => {
    let calls = 0;
    const { client, service } = given([ok], { auth: async () => `secret-${++calls}` });
    await getPrint(client, params);
    await getPrint(client, params);
    await fetchClient(client).GET("/prints/{id}", { params: { path: params } });
    expect(tokens(service)).toEqual(["Bearer secret-1", "Bearer secret-2", "Bearer secret-3"]);
  });

  test("with what a provider gives, which is told how to reach the service", async () => {
    const auth = {
      async token({ baseUrl, fetch }: Via): Promise<string> {
        const response = await fetch(new Request(`${baseUrl}/log-in`, { method: "POST" }));
        return (await response.json()).token;
      },
    };
    const { client, service } = given([json({ token: "fresh" }), ok], { auth });
    await getPrint(client, params);
    expect(service.log).toEqual(["0 POST /v1/log-in", "0 GET /v1/prints/p-1"]);
    expect(tokens(service)).toEqual([undefined, "Bearer fresh"]);
  });

  test("with a signature over the request as it goes out", async () => {
    const sign = async (request: Request): Promise<Request> => {
      request.headers.set("x-signature", `${request.method} ${request.url} ${await request.clone().text()}`);
      return request;
    };
    const { client, service } = given([json({ id: "p-1" }, 202)], { auth: { sign } });
    await startPrint(client, { body: { document: "plan" } });
    expect(service.sent).toEqual([
      {
        at: 0,
        method: "POST",
        url: "https://attic.printer.test/v1/prints",
        headers: {
          "content-type": "application/json",
          "x-signature": 'POST https://attic.printer.test/v1/prints {"document":"plan"}',
        },
        body: '{"document":"plan"}',
      },
    ]);
  });

  test("with a signer that is an object with an inside", async () => {
    class Stamp {
      readonly #name = "ann";
      sign(request: Request): Request {
        request.headers.set("x-signature", this.#name);
        return request;
      }
    }
    const { client, service } = given([ok], { auth: new Stamp() });
    await getPrint(client, params);
    expect(service.sent[0]?.headers).toEqual({ "x-signature": "ann" });
  });

  test("or not at all", async () => {
    const { service } = given([ok]);
    await getPrint(createPrinterClient({ fetch: service.fetch }), params);
    expect(tokens(service)).toEqual([undefined]);
  });

  test("or not at all where the service wants it: the service says so itself", async () => {
    const { service } = given([json({ error: "Who are you?" }, 401)]);
    const call = getPrint(createPrinterClient({ fetch: service.fetch }), params);
    await expect(call).rejects.toMatchObject({ status: 401, meaning: 401 });
    await expect(call).rejects.toThrow("getPrint: HTTP 401: ");
    expect(tokens(service)).toEqual([undefined]);
  });

  test("but never in an open operation: no token is asked for, nothing is signed", async () => {
    const asked: string[] = [];
    const refuse = (): never => {
      throw new Error("an open operation needs no credentials");
    };
    const ask = { body: { user: "ann", password: "p" } };
    for (const auth of [{ token: refuse, renew: refuse }, { sign: refuse }]) {
      const { client } = given([json({ token: "t" })], { auth });
      asked.push((await logIn(client, ask)).token);
    }
    const { client } = given([empty(401)], { auth: { token: () => "old", renew: refuse } });
    await expect(logIn(client, ask)).rejects.toThrow("logIn: HTTP 401");
    expect(asked).toEqual(["t", "t"]);
  });

  test("a header that was set by hand stays", async () => {
    const { client, service } = given([ok], { headers: { Authorization: "Basic abc" } });
    await getPrint(client, params);
    expect(tokens(service)).toEqual(["Basic abc"]);
  });

  test("what a provider throws, the call throws; nothing is sent", async () => {
    const auth = (): never => {
      throw new Error("no credentials");
    };
    const { client, service } = given([ok], { auth });
    await expect(getPrint(client, params)).rejects.toThrow("no credentials");
    expect(service.sent).toEqual([]);
  });
});

describe("a token that died", () => {
  const dead = empty(401);

  function renewing(renewed: string): { auth: Auth; asked: string[] } {
    const asked: string[] = [];
    const renew = (token: string, { baseUrl }: Via): string => {
      asked.push(`${token} for ${baseUrl}`);
      return renewed;
    };
    return { auth: { token: () => "old", renew }, asked };
  }

  test.each([
    ["a 401", dead],
    ["one of the codes that mean so, with a 400", json({ code: "TOKEN_DEAD" }, 400)],
    ["one of the codes that mean so, with a 200", json({ code: "TOKEN_DEAD" })],
  ])("on %s is renewed, and the call is repeated once, body and all", async (_, reply) => {
    const { auth, asked } = renewing("new");
    const { client, service } = given([reply, json({ id: "p-1" }, 202)], { auth });
    expect(await startPrint(client, { body: { document: "plan" } })).toEqual({ id: "p-1" });
    expect(asked).toEqual(["old for https://attic.printer.test/v1"]);
    expect(service.sent.map(({ headers, body }) => `${headers.authorization} ${body}`)).toEqual([
      'Bearer old {"document":"plan"}',
      'Bearer new {"document":"plan"}',
    ]);
  });

  test("is told of by every 401, also by one whose code means something else", async () => {
    const { auth, asked } = renewing("new");
    const { client, service } = given([json({ code: "BUSY" }, 401), ok], { auth });
    expect(await getPrint(client, params)).toEqual({ state: "done" });
    expect([asked.length, tokens(service)]).toEqual([1, ["Bearer old", "Bearer new"]]);
  });

  test("is renewed once per call: the second refusal counts", async () => {
    const { auth, asked } = renewing("new");
    const { client, service } = given([dead], { auth });
    await expect(getPrint(client, params)).rejects.toThrow("getPrint: HTTP 401: answered with an empty body");
    expect(asked).toHaveLength(1);
    expect(tokens(service)).toEqual(["Bearer old", "Bearer new"]);
  });

  test("is not renewed when there is no other: the refusal counts", async () => {
    for (const auth of ["old", (): string => "old"]) {
      const { client, service } = given([dead], { auth });
      await expect(getPrint(client, params)).rejects.toThrow("HTTP 401");
      expect(tokens(service)).toEqual(["Bearer old"]);
    }
  });

  test("may be the same again: a provider that renewed it vouches for it, once", async () => {
    const { client, service } = given([dead, ok], { auth: renewing("old").auth });
    expect(await getPrint(client, params)).toEqual({ state: "done" });
    expect(tokens(service)).toEqual(["Bearer old", "Bearer old"]);
  });

  test("is asked for again where a function gives it", async () => {
    let calls = 0;
    const { client, service } = given([dead, ok], { auth: () => `secret-${++calls}` });
    expect(await getPrint(client, params)).toEqual({ state: "done" });
    expect(tokens(service)).toEqual(["Bearer secret-1", "Bearer secret-2"]);
  });

  test("has nothing to do with a 403, nor with a signed call", async () => {
    const { auth, asked } = renewing("new");
    const { client: one } = given([empty(403)], { auth });
    await expect(getPrint(one, params)).rejects.toThrow("HTTP 403");
    const { client: other, service } = given([dead], { auth: { sign: (request) => request } });
    await expect(getPrint(other, params)).rejects.toThrow("HTTP 401");
    expect([asked, service.sent.length]).toEqual([[], 1]);
  });

  test("what the renewal throws, the call throws", async () => {
    const renew = async (): Promise<string> => {
      throw new Error("the account is locked");
    };
    const { client } = given([dead], { auth: { token: () => "old", renew } });
    await expect(getPrint(client, params)).rejects.toThrow("the account is locked");
  });
});

test("a token in the query stands behind what stands there, which stays as it was", () => {
  const place = inQuery("access key");
  const urlWithToken = (url: string): string => {
    const carrier = { url, headers: new Headers() };
    place(carrier, "s&1");
    return carrier.url;
  };
  expect(urlWithToken("https://printer.test/prints?tray=a%20b~&key=")).toBe(
    "https://printer.test/prints?tray=a%20b~&key=&access%20key=s%261",
  );
  expect(urlWithToken("https://printer.test/prints")).toBe("https://printer.test/prints?access%20key=s%261");
  expect(() => place({ url: "https://printer.test/prints", headers: new Headers() }, "")).toThrow(
    new TypeError("The token is empty."),
  );
});
