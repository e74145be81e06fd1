import type { Scope } from '../../src/platform/scope.ts';
import type { World } from '../worlds/world-model.ts';

/** What counts somebody at a unit, or no longer. */
interface Line {
  readonly person: string;
  readonly unit: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly delta: number;
}

/** By how much a fact changes whether somebody is a member. */
const changes: Readonly<Record<string, number>> = { OPENING_OFFICIAL: 1, OPENING_PROBATIONARY: 1, ADMITTED: 1, REMOVED: -1, EXPELLED: -1, LEFT: -1, DECEASED: -1 };

/** Whether somebody is a member by what was told of them up to a day and recorded by an instant: 1 or 0. */
function membershipOf({ steps }: World, person: number, on: string, recordedAt: string): number {
  const undone = new Set(steps.flatMap((step) => (step.do === 'reverse' && step.recordedAt <= recordedAt ? [step.step] : [])));
  return steps.reduce((sum, step, index) => (step.do === 'fact' && step.person === person && step.on <= on && step.recordedAt <= recordedAt && !undone.has(index) ? sum + (changes[step.kind] ?? 0) : sum), 0);
}

/**
 * Whoever is a member counts at exactly one unit, as one of one kind, and whoever is none counts nowhere: on each day on which something of them changed, as known at each
 * instant at which something of them was recorded. Returns, in words, where that does not hold, and how often it was looked.
 */
export async function homesOf(scope: Scope, world: World): Promise<{ readonly wrong: string[]; readonly looked: number }> {
  const lines = await scope.query<Line>(
    `select subject_id as person, unit_id as unit, occurred_on::text as on, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", delta
     from entry where subject_kind = 'PERSON' and measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS') and position_now between $1 and $2`,
    [scope.lo, scope.hi],
  );
  const wrong: string[] = [];
  let looked = 0;
  for (const [person, { id }] of world.people.entries()) {
    const own = lines.filter((line) => line.person === id);
    for (const on of new Set(own.map((line) => line.on))) {
      for (const recordedAt of new Set(own.map((line) => line.recordedAt))) {
        const counted = new Map<string, number>();
        for (const line of own) if (line.on <= on && line.recordedAt <= recordedAt) counted.set(line.unit, (counted.get(line.unit) ?? 0) + line.delta);
        const homes = [...counted.values()].filter((count) => count !== 0);
        const due = membershipOf(world, person, on, recordedAt);
        if (homes.length !== due || homes.some((count) => count !== 1)) wrong.push(`person ${person} counts as [${homes.join(', ')}] on ${on} as known at ${recordedAt}, and is ${due === 1 ? 'a member' : 'none'}`);
        looked += 1;
      }
    }
  }
  return { wrong, looked };
}
