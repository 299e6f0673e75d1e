import { randomUUID } from 'node:crypto';
import type { KitosClock } from '../time/kitos-clock.ts';
import type { KitosAccount } from './kitos-account.ts';

const MINUTE_MS = 60_000;
const BAD_PASSWORDS = 5;
/** What the token library forgives a clock (facts/kitos.md §1). */
const SKEW_MS = 5 * MINUTE_MS;

export interface IssuedToken {
  readonly token: string;
  readonly expiresMs: number;
}

/** Who gets a token, and which tokens are good. */
export interface Gate {
  /** null = refused, whatever the reason. */
  login(email: string, password: string): IssuedToken | null;
  isValid(token: string): boolean;
  /** Forgets all tokens, as a new signing key does. */
  expireTokens(): void;
  readonly isLocked: boolean;
}

export const createGate = (account: () => KitosAccount, clock: KitosClock, lifetimeMs: number): Gate => {
  const tokens = new Map<string, number>();
  let failures = 0;
  let lockedUntil = -Infinity;
  return {
    login: (email, password) => {
      const { email: known, password: right, apiAccess, organisations } = account();
      if (email.toLowerCase() !== known.toLowerCase() || clock.nowMs() < lockedUntil) return null;
      if (password !== right) {
        failures += 1;
        if (failures >= BAD_PASSWORDS) {
          lockedUntil = clock.nowMs() + MINUTE_MS;
          failures = 0;
        }
        return null;
      }
      failures = 0;
      if (!apiAccess || organisations?.length === 0) return null;
      const token = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(randomUUID()).toString('base64url')}.simuleret`;
      const expiresMs = clock.nowMs() + lifetimeMs;
      tokens.set(token, expiresMs);
      return { token, expiresMs };
    },
    isValid: (token) => clock.nowMs() < (tokens.get(token) ?? -Infinity) + SKEW_MS,
    expireTokens: () => tokens.clear(),
    get isLocked() {
      return clock.nowMs() < lockedUntil;
    },
  };
};
