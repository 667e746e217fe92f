import type { Ids } from "../ids.ts";
import type { Fields } from "../json.ts";
import { textOf } from "../json.ts";
import { answerRefusal, bearer, type Refusal } from "../vendor.ts";
import { refusal } from "./refusals.ts";

/** Who calls: the app with a tenant token, or a user. A task belongs to the one that made it. */
export type Identity = "app" | "user";

export interface FeishuCredentials {
  readonly appId: string;
  readonly appSecret: string;
  /** A token of a user, in place of the app's. It does not expire. */
  readonly userAccessToken: string;
}

export const feishuCredentials: FeishuCredentials = {
  appId: "cli_sandbox0000000001",
  appSecret: "sandbox-app-secret",
  userAccessToken: "u-sandbox.user.access.token",
};

/** Two hours, and the half hour before the end in which a new token is given. */
const life = 7_200_000;
const renewal = 1_800_000;

export interface Tokens {
  /** The answer of the token endpoint. */
  issue(body: Fields, now: number): Response;
  /** Lets every token that was issued die. */
  revoke(): void;
  /** Who calls with this `Authorization` header, or why nobody may. */
  identify(authorization: string | undefined, now: number): Identity | Refusal;
}

export function createTokens(ids: Ids): Tokens {
  const ends = new Map<string, number>();
  let newest: string | undefined;
  return {
    issue(body, now) {
      const refused = refuse(textOf(body.app_id), textOf(body.app_secret));
      if (refused) return answerRefusal(refused);
      let end = newest === undefined ? 0 : (ends.get(newest) ?? 0);
      if (newest === undefined || end - now < renewal) {
        newest = ids.first("t-caecc734c2e3328a62489fe0648c4b98779515d3", () => `t-${ids.hex(40)}`);
        end = now + life;
        ends.set(newest, end);
      }
      const expire = Math.floor((end - now) / 1000);
      return Response.json({ code: 0, msg: "ok", tenant_access_token: newest, expire });
    },
    revoke() {
      ends.clear();
      newest = undefined;
    },
    identify(authorization, now) {
      const token = bearer(authorization);
      if (token === undefined) return refusal(99991661);
      if (token.startsWith("t-")) return (ends.get(token) ?? 0) > now ? "app" : refusal(99991663);
      if (token === feishuCredentials.userAccessToken) return "user";
      return refusal(token.startsWith("u-") ? 99991668 : 99991671);
    },
  };
}

function refuse(appId: string | undefined, appSecret: string | undefined): Refusal | undefined {
  if (!appId?.startsWith("cli_") || appSecret === undefined) return refusal(10003);
  if (appId !== feishuCredentials.appId) return refusal(10014);
  return appSecret === feishuCredentials.appSecret ? undefined : refusal(10015);
}
