import { expectTypeOf, test } from "vitest";
import {
  addPotter,
  changePot,
  createDirectionsClient,
  createPot,
  replaceTools,
} from "./fixtures/generated/directions/index.ts";

const client = createDirectionsClient();

/** Type-checked, never run. */
const claims = (_: () => unknown): void => {};

test("a request does not ask for what only answers have, through $ref and allOf, and answers have it", () => {
  claims(async () => {
    const pot = await createPot(client, { body: { clay: "stoneware", lid: { clay: "porcelain" } } });
    expectTypeOf(pot.id).toEqualTypeOf<string>();
    expectTypeOf(pot.createdAt).toEqualTypeOf<string>();
    expectTypeOf(pot.weight).toEqualTypeOf<number>();
    // @ts-expect-error the service gives it
    await createPot(client, { body: { clay: "stoneware", id: "p-1" } });
    // @ts-expect-error the service gives it here, too
    await createPot(client, { body: { clay: "stoneware", lid: { clay: "porcelain", weight: 3 } } });
    // @ts-expect-error this is the caller's to say
    await createPot(client, { body: { glaze: "celadon" } });
  });
});

test("nor does one that puts its own beside a schema", () => {
  claims(async () => {
    await changePot(client, { id: "p-1", body: { clay: "stoneware", glaze: "shino", reason: "cracked" } });
    // @ts-expect-error it has to be said why
    await changePot(client, { id: "p-1", body: { clay: "stoneware" } });
    // @ts-expect-error the service knows when
    await changePot(client, { id: "p-1", body: { clay: "stoneware", reason: "cracked", changedAt: "now" } });
  });
});

test("an answer does not tell what only requests have", () => {
  claims(async () => {
    const potter = await addPotter(client, { body: { name: "Lucie", password: "secret" } });
    expectTypeOf(potter.id).toEqualTypeOf<string>();
    // @ts-expect-error nobody is told
    potter.password;
    // @ts-expect-error it has to be said
    await addPotter(client, { body: { name: "Lucie" } });
  });
});

test("a discriminator keeps its values", () => {
  claims(async () => {
    await replaceTools(client, { body: [{ kind: "Wheel", speed: 100 }, { kind: "Knife" }] });
    // @ts-expect-error that is what the types call it
    await replaceTools(client, { body: [{ kind: "WheelWritable", speed: 100 }] });
  });
});
