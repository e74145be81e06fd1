import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * How often a password may be tried. Attempts are counted before they are verified, so that parallel ones cannot slip through,
 * and outside the operation's transaction, so that undoing it does not undo the count.
 */
export interface SignInLimits {
  /** Takes one attempt. Returns 0, or the seconds to wait before another is allowed. */
  take(account: string, network: string): Promise<number>;
  /** Gives the attempt back after a right password and forgets the account's failures from this network; the network's others stay. */
  succeed(account: string, network: string): Promise<void>;
}

const minute = 60;
const free = 5;
const longestDelay = 15 * minute;

/** Seconds between attempts after so many failures: doubling, up to 15 minutes. */
export function delayAfter(failures: number): number {
  return failures < free ? 0 : Math.min(longestDelay, 2 ** Math.min(failures - free + 1, 10));
}

function secondsOf(result: RateLimiterRes): number {
  return Math.max(1, Math.ceil(result.msBeforeNext / 1000));
}

/** Seconds to wait where the limiter refuses a point; 0 where it gave it. */
async function consumed(limiter: RateLimiterPostgres, key: string, seconds?: number): Promise<number> {
  try {
    await limiter.consume(key, 1, seconds === undefined ? {} : { customDuration: seconds });
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return secondsOf(refusal);
    throw refusal;
  }
}

/** Keys hold hashes: the table must not list who tried to sign in. */
function keyOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

/** Limits kept in PostgreSQL, so that they outlive a restart and are shared by several servers. */
export function signInLimits(pool: pg.Pool): SignInLimits {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', tableName: 'sign_in_attempt', tableCreated: true, keyPrefix, points, duration });
  const failures = limiter('failure', 1_000_000, 15 * minute);
  const delays = limiter('delay', 1, longestDelay);
  const accountDay = limiter('account', 30, 24 * 60 * minute);
  const networkHour = limiter('network', 100, 60 * minute);

  return {
    async take(account, network) {
      const name = account.normalize('NFC').toLowerCase();
      const pair = keyOf(name, network);
      const before = (await failures.get(pair))?.consumedPoints ?? 0;
      if (before >= free) {
        const wait = await consumed(delays, pair, delayAfter(before));
        if (wait > 0) return wait;
      }
      // Only what is going to be verified uses up the account's day: whoever knocks during a wait must not shut it out everywhere.
      const wide = Math.max(await consumed(networkHour, keyOf(network)), await consumed(accountDay, keyOf(name)));
      if (wide > 0) return wide;
      const count = (await failures.consume(pair)).consumedPoints;
      if (before >= free) {
        // The wait runs from this attempt on, and is longer than the one that it passed.
        await delays.block(pair, delayAfter(count));
        return 0;
      }
      if (count !== free) return delayAfter(count);
      // The last free one begins the wait by taking its one point, as those do that come after a wait: of two that meet here one is verified.
      return await consumed(delays, pair, delayAfter(count));
    },
    async succeed(account, network) {
      const name = account.normalize('NFC').toLowerCase();
      const pair = keyOf(name, network);
      await Promise.all([failures.delete(pair), delays.delete(pair), accountDay.reward(keyOf(name)), networkHour.reward(keyOf(network))]);
    },
  };
}
