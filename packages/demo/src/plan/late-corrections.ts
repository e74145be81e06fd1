import type { Random } from '../chance/random.ts';
import { dateOf, dayOf, type Day } from '../time/calendar.ts';
import { recordedAfter, workingHour, type Era } from '../time/happenings.ts';
import type { Leaf } from '../tree/leaf.ts';
import type { DemoFact } from '../types.ts';

/** What a record said before it was put right. */
type Mistake = 'UNIT' | 'DAY' | 'OCCUPATION' | 'KIND';

/** Kinds of mistakes that are found months later, and how many of each. */
const mistakes: readonly (readonly [kind: DemoFact['kind'], mistake: Mistake, count: number])[] = [
  ['ADMITTED', 'UNIT', 10],
  ['ADMITTED', 'DAY', 7],
  ['ADMITTED', 'OCCUPATION', 5],
  ['DECEASED', 'DAY', 5],
  ['REMOVED', 'KIND', 3],
];

/** A correction comes so many days after the event, before anything else happens to the person. */
const latest = 170;
const earliest = 75;

/** Puts a reversed fact with a mistake before some of the facts, which then are recorded when the mistake is found. */
export function withLateCorrections(random: Random, era: Era, leaves: readonly Leaf[], facts: readonly DemoFact[]): DemoFact[] {
  const chosen = new Map<DemoFact, Mistake>();
  for (const [kind, mistake, count] of mistakes) {
    const candidates = facts.filter((fact, index) => fact.kind === kind && !chosen.has(fact) && hasTime(era, fact, facts[index - 1], facts[index + 1]));
    for (const fact of random.shuffled(candidates).slice(0, count)) chosen.set(fact, mistake);
  }
  const siblings = Map.groupBy(leaves, ({ unit }) => unit.parentCode);
  const siblingsOf = new Map(leaves.map((leaf) => [leaf.unit.code, siblings.get(leaf.unit.parentCode) ?? []]));
  return facts.flatMap((fact) => {
    const mistake = chosen.get(fact);
    return mistake === undefined ? [fact] : corrected(random, era, fact, mistake, siblingsOf.get(fact.unitCode) ?? []);
  });
}

function hasTime(era: Era, fact: DemoFact, before: DemoFact | undefined, after: DemoFact | undefined): boolean {
  const day = dayOf(fact.occurredOn);
  const gapBefore = before?.personKey === fact.personKey ? day - dayOf(before.occurredOn) : day - era.begins;
  const end = after?.personKey === fact.personKey ? dayOf(after.occurredOn) : (era.lastRecording ?? era.ends);
  return gapBefore > 30 && day + latest < end;
}

function corrected(random: Random, era: Era, fact: DemoFact, mistake: Mistake, siblings: readonly Leaf[]): DemoFact[] {
  const day = dayOf(fact.occurredOn);
  const foundAt = workingHour(random, day + random.between(earliest, latest));
  const wrong = withMistake(random, era, fact, mistake, day, siblings);
  return wrong === null ? [fact] : [{ ...wrong, reversedAt: foundAt }, { ...fact, recordedAt: foundAt }];
}

function withMistake(random: Random, era: Era, fact: DemoFact, mistake: Mistake, day: Day, siblings: readonly Leaf[]): DemoFact | null {
  switch (mistake) {
    case 'UNIT': {
      const others = siblings.filter(({ unit, founded }) => unit.code !== fact.unitCode && founded < day);
      return others.length === 0 ? null : { ...fact, unitCode: random.pick(others).unit.code };
    }
    case 'DAY': {
      const wrongDay = day - random.between(9, 24);
      return { ...fact, occurredOn: dateOf(wrongDay), recordedAt: recordedAfter(random, era, wrongDay) };
    }
    case 'OCCUPATION':
      return { ...fact, slices: { ...fact.slices, occupation: fact.slices.occupation === 'FARMER' ? 'WORKER' : 'FARMER' } };
    case 'KIND':
      return { ...fact, kind: 'LEFT' };
  }
}
