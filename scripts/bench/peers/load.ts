import type { Engine } from "../../../test/conformance/engine.ts";
import { coreLro } from "./core-lro.ts";
import { gax } from "./gax.ts";
import { installPeers } from "./install.ts";
import { pWaitFor } from "./p-wait-for.ts";
import { pretendGlobals } from "./pretend-globals.ts";
import { utilWaiter } from "./util-waiter.ts";

export interface Peers {
  readonly coreLro: Engine;
  readonly utilWaiter: Engine;
  readonly gax: Engine;
  readonly pWaitFor: Engine;
}

/** The real packages, living in pretended time: from here on, the whole process does. */
export async function loadPeers(): Promise<Peers> {
  installPeers();
  pretendGlobals();
  return {
    coreLro: coreLro(await load("@azure/core-lro")),
    utilWaiter: utilWaiter(await load("@smithy/util-waiter")),
    gax: gax(await load("google-gax")),
    pWaitFor: pWaitFor(await load("p-wait-for")),
  };
}

/** The name is no literal, so that types are checked without the package; its adapter says what it should have. */
async function load<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}
