import { readFileSync } from 'node:fs';

/** A smallest and a largest number, both included. */
export type Range = readonly [least: number, most: number];

/** How large worlds get. Where `skew` is more than 1, most are small. */
export interface Sizes {
  readonly units: Range;
  readonly people: Range;
  readonly events: Range;
  readonly skew: number;
}

/** Whether this is the long run of `npm run test:nightly`. */
export const nightly = process.env['BANYAN_PROFILE'] === 'nightly';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { config: { nightlyRounds: number } };

/** In how many rounds a night draws its worlds. A database has room for 1,024 roots: each round has a database, and seeds, of its own. */
export const rounds = manifest.config.nightlyRounds;

/** The round of this run, from 1. */
export const round = Number(process.env['BANYAN_ROUND'] ?? 1);
if (!Number.isInteger(round) || round < 1) throw new Error(`BANYAN_ROUND=${process.env['BANYAN_ROUND']} is no round`);

/** Whether connections keep plans (`keep-plans.ts`): of a night all but the first rounds, whose statements are planned as with people. */
export const keepsPlans = !nightly || round > 5;

/** A round's share of what a night does. */
export function share(ofTheNight: number): number {
  return Math.ceil(ofTheNight / rounds);
}

/** How many worlds a run draws; BANYAN_WORLDS draws fewer while a property is being written. */
export const worldCount = Number(process.env['BANYAN_WORLDS'] ?? (nightly ? share(5_000) : 60));

/**
 * Of so many worlds the properties ask, and of so many a night asks many random documents: all of them, at night 2,000. Of the others, with
 * names and codes no less adversarial, random documents ask one of each kind.
 */
export const thoroughCount = Math.min(worldCount, nightly ? share(2_000) : worldCount);

/** The first seed of this run's worlds. */
export const firstSeed = (round - 1) * worldCount + 1;

export const sizes: Sizes = nightly
  ? { units: [20, 150], people: [1, 600], events: [0, 60], skew: 3 }
  : { units: [20, 60], people: [1, 150], events: [0, 16], skew: 1 };

/** Of the many short histories of which every figure is read. */
export const historySizes: Sizes = { units: [4, 16], people: [1, 14], events: [0, nightly ? 60 : 40], skew: 1 };

/** How many histories lie in one database: each makes the questions about the others slower. */
export const historiesInADatabase = 50;
