import type { Ids } from "../ids.ts";
import type { HuaweiProject } from "./account.ts";

/** What a token is good for. */
export interface IssuedToken {
  readonly value: string;
  /** Absent from a token of account scope, which no service of a region takes. */
  readonly project: HuaweiProject | undefined;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export interface HuaweiTokens {
  /** A new token; those given before stay good. */
  issue(project: HuaweiProject | undefined, now: number): IssuedToken;
  /** Lets every token that was issued die. */
  revoke(): void;
  find(value: string): IssuedToken | undefined;
}

const life = 86_400_000;

export function createTokens(ids: Ids): HuaweiTokens {
  const issued = new Map<string, IssuedToken>();
  return {
    issue(project, now) {
      const value = `MIIatAYJKoZIhvcN${ids.word(120)}`;
      const token = { value, project, issuedAt: now, expiresAt: now + life };
      issued.set(value, token);
      return token;
    },
    revoke() {
      for (const [value, token] of issued) issued.set(value, { ...token, expiresAt: 0 });
    },
    find: (value) => issued.get(value),
  };
}
