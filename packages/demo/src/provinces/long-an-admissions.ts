import type { Random } from '../chance/random.ts';
import { planAdmissions } from '../plan/admissions.ts';
import type { Era } from '../time/happenings.ts';
import type { AdmissionTraits, Leaf } from '../tree/leaf.ts';

// Published: since 2020-10-16, 6,311 admitted, of them 99 in non-state enterprises and 119 pupils;
// in 2023, 49 in non-state enterprises, five of whom are owners, and 54 pupils. The other years' parts are invented.
const stretches = [
  { from: '2020-01-01', to: '2020-10-15', all: 1_043, nonState: 6, owners: 0, pupils: 4 },
  { from: '2020-10-16', to: '2020-12-31', all: 290, nonState: 4, owners: 0, pupils: 3 },
  { from: '2021-01-01', to: '2021-12-31', all: 1_452, nonState: 9, owners: 0, pupils: 10 },
  { from: '2022-01-01', to: '2022-12-31', all: 1_701, nonState: 17, owners: 1, pupils: 27 },
  { from: '2023-01-01', to: '2023-12-31', all: 1_874, nonState: 49, owners: 5, pupils: 54 },
  { from: '2024-01-01', to: '2024-06-30', all: 994, nonState: 20, owners: 2, pupils: 25 },
] as const;
/** Share of the other admissions that end in removal during probation. */
const failing = 0.008;

const pupil: AdmissionTraits = { occupation: 'PUPIL', enterpriseRelation: 'NOT_APPLICABLE' };
const relations = ['WORKER', 'WORKER', 'MANAGER'] as const;

/** Plans the admissions of Long An. */
export function planLongAnAdmissions(random: Random, era: Era, nonState: readonly Leaf[], others: readonly Leaf[]): void {
  const schools = others.filter(({ takesPupils }) => takesPupils);
  for (const { from, to, all, nonState: inEnterprises, owners, pupils } of stretches) {
    const rest = all - inEnterprises - pupils;
    planAdmissions(random, era, {
      leaves: nonState, from, to, count: inEnterprises,
      traits: (n) => ({ enterpriseRelation: n < owners ? 'OWNER' : random.pick(relations) }),
    });
    planAdmissions(random, era, { leaves: schools, from, to, count: pupils, traits: () => pupil });
    planAdmissions(random, era, { leaves: others, from, to, count: rest, failing: Math.round(rest * failing) });
  }
}
