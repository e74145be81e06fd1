import type pg from 'pg';
import { dimensionKinds, type Dimension } from '@banyan/schema/enums';
import { entryMeasures, isDimensionOf } from '../../src/contexts/ledger/domain/measure.ts';
import { sliceByCounters, sumByCounters } from '../../src/contexts/ledger/persistence/counter-sums.ts';
import { sumByEntries, wholeKey } from '../../src/contexts/ledger/persistence/entry-sums.ts';
import type { Database } from '../../src/platform/database.ts';
import { scopeOf } from '../../src/platform/scope.ts';

const basis = { view: 'AS_IT_WAS', asOf: '9999-12-31', knownAt: null } as const;
/** By what figures are sliced. */
export const dimensions = Object.keys(dimensionKinds) as Dimension[];

function text(map: ReadonlyMap<string, number> | undefined): string {
  return JSON.stringify([...(map ?? [])].filter(([, value]) => value !== 0).toSorted());
}

/** Reads sums by counters and again from the entries, in one snapshot. Returns how many were compared and those that differ. */
export async function compareWithRecount(
  database: Database,
  credential: string,
  asked: { unitIds: readonly string[]; days: readonly string[]; dimensions?: readonly Dimension[]; measures?: readonly (typeof entryMeasures)[number][] },
): Promise<{ compared: number; pending: number; wrong: string[] }> {
  const transaction = await database.read(credential);
  try {
    const scope = scopeOf(transaction, transaction.actor);
    const cuts = asked.days.flatMap((upTo) => (asked.measures ?? entryMeasures).map((measure) => ({ measure, upTo })));
    const questions = asked.unitIds.flatMap((unitId) => cuts.map((cut) => ({ unitId, ...cut })));
    const entryQuestions = questions.map(({ unitId, measure, upTo }) => ({ unitId, measures: [measure], upTo }));
    const [{ count } = { count: 0 }] = await scope.query<{ count: number }>('select count(*)::int as count from pending');
    const [byUnit = new Map<string, number[]>()] = await sumByCounters(scope, [{ unitIds: asked.unitIds, spans: cuts.map((cut) => ({ ...cut, after: null })) }]);
    const sums = asked.unitIds.flatMap((unitId) => byUnit.get(unitId) ?? cuts.map(() => 0));
    const again = await sumByEntries(scope, basis, { dimension: null, where: [] }, entryQuestions);
    const wrong = questions.flatMap((question, index) =>
      sums[index] === (again[index]?.get(wholeKey) ?? 0) ? [] : [`${JSON.stringify(question)}: ${sums[index]} and ${again[index]?.get(wholeKey)}`]);
    let compared = questions.length;
    for (const dimension of asked.dimensions ?? dimensions) {
      const slices = await sliceByCounters(scope, dimension, questions);
      const slicesAgain = await sumByEntries(scope, basis, { dimension, where: [] }, entryQuestions);
      questions.forEach((question, index) => {
        if (!isDimensionOf(question.measure, dimension)) return;
        compared += 1;
        if (text(slices[index]) !== text(slicesAgain[index])) wrong.push(`${dimension} of ${JSON.stringify(question)}: ${text(slices[index])} and ${text(slicesAgain[index])}`);
      });
    }
    return { compared, pending: count, wrong };
  } finally {
    transaction.end();
  }
}

const entriesOfKind = `case when bool_or(measure = 'TRANSFERRED_OUT') then 4 when bool_or(measure = 'RECOGNISED') then 3
  when bool_or(measure in ('ADMITTED', 'LEFT', 'REMOVED', 'EXPELLED', 'DECEASED')) then 2 else 1 end`;

/** What must hold at any moment, each as a query that finds what breaks it. */
const invariants: Readonly<Record<string, string>> = {
  'no unit is above itself': 'select unit_id from placement where unit_id = any (ancestors[:cardinality(ancestors) - 1])',
  'intervals nest in the parent\'s': `select c.unit_id from placement c join placement p on p.unit_id = c.parent_id and p.valid && c.valid where not (c.lo > p.lo and c.hi <= p.hi)`,
  'a person stands in one unit at most, once': `select subject_id from entry where subject_kind = 'PERSON' and measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS')
    group by subject_id having sum(delta) not in (0, 1)
    union all select subject_id from (select subject_id, unit_id, measure, sum(delta) as standing from entry where subject_kind = 'PERSON' and measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS')
    group by 1, 2, 3) s where standing not in (0, 1)`,
  'each entry of a person has its sensitive row': `select id from entry e where subject_kind = 'PERSON' and not exists (select from entry_sensitive s where s.entry_id = e.id)`,
  'what is queued is an entry': 'select entry_id from pending p where not exists (select from entry e where e.id = p.entry_id)',
  'events are whole': `select event_id from entry where subject_kind = 'PERSON' group by event_id having count(*) <> ${entriesOfKind}`,
};

/** The invariants that do not hold. */
export async function brokenInvariants(owner: pg.Client): Promise<string[]> {
  const broken: string[] = [];
  for (const [name, sql] of Object.entries(invariants)) {
    const { rowCount } = await owner.query(sql);
    if (rowCount !== 0) broken.push(`${name}: ${rowCount}`);
  }
  return broken;
}
