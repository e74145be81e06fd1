import type { Day, World } from './world-model.ts';

/** Where a person is shown to belong, and as what. */
export interface Belonging {
  readonly person: number;
  readonly unit: number;
  readonly state: 'CANDIDATE' | 'PROBATIONARY' | 'OFFICIAL' | 'FORMER';
  readonly ceremonyOn: Day | null;
  readonly officialOn: Day | null;
  readonly leftOn: Day | null;
}

/**
 * The people of a world as they stand at its end. Who was merged with a unit belongs to the one that took over; who had left a unit
 * that closed afterwards stays with it. Somebody whose only facts were reversed is nobody.
 */
export function belongings(world: World): Belonging[] {
  const reversed = new Set(world.steps.flatMap((step) => (step.do === 'reverse' ? [step.step] : [])));
  const none = { ceremonyOn: null, officialOn: null, leftOn: null } as const;
  const known = new Map<number, Belonging>(world.candidates.map(({ person, unit }) => [person, { person, unit, state: 'CANDIDATE', ...none }]));
  for (const [index, step] of world.steps.entries()) {
    if (step.do === 'merge') {
      for (const [person, at] of known) if (at.unit === step.unit) known.set(person, { ...at, unit: step.successor });
    }
    if (step.do !== 'fact' || reversed.has(index)) continue;
    const before = known.get(step.person) ?? { person: step.person, state: 'OFFICIAL', ...none };
    const unit = step.toUnit ?? step.unit;
    switch (step.kind) {
      case 'OPENING_OFFICIAL':
        known.set(step.person, { ...before, unit, state: 'OFFICIAL' });
        break;
      case 'OPENING_PROBATIONARY':
        known.set(step.person, { ...before, unit, state: 'PROBATIONARY' });
        break;
      case 'ADMITTED':
        known.set(step.person, { ...before, unit, state: 'PROBATIONARY', ceremonyOn: step.on });
        break;
      case 'RECOGNISED':
        known.set(step.person, { ...before, unit, state: 'OFFICIAL', officialOn: step.on });
        break;
      case 'TRANSFERRED':
        known.set(step.person, { ...before, unit });
        break;
      default:
        known.set(step.person, { ...before, unit, state: 'FORMER', leftOn: step.on });
    }
  }
  return [...known.values()];
}
