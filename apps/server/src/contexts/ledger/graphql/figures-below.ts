import type { RequestContext } from '../../../platform/request-context.ts';
import { loadChildrenFounded, type ChildFounded, type UnitValue } from '../../organisation/index.ts';
import { comparedWith } from '../domain/last-year.ts';
import { basisKey, loadAdmissions, siblingsName, type RollupFrame } from './figure-loaders.ts';

/** What a unit directly below admitted in the period of a roll-up, and in the same one of the year before. */
export interface AdmittedBelow extends ChildFounded {
  /** Null for a term: each unit has its own. */
  readonly now: number | null;
  /** Null where it cannot be compared. */
  readonly before: number | null;
}

/** The units directly below at the end of the period of a roll-up; in the restated view on the day that it follows. */
export async function loadChildrenThen(context: RequestContext, unitId: string, { period, basis }: RollupFrame): Promise<ChildFounded[]> {
  return await loadChildrenFounded(context, unitId, basis.view === 'AS_IT_WAS' ? period.to : basis.asOf);
}

async function readBelow(context: RequestContext, unitId: string, frame: RollupFrame): Promise<AdmittedBelow[]> {
  const { period, basis } = frame;
  const children = (await loadChildrenThen(context, unitId, frame)).map((child) => ({ child, before: comparedWith(period, child.foundedOn) }));
  if (period.parts.form === 'TERM') return children.map(({ child }) => ({ ...child, now: null, before: null }));
  const asked = children.flatMap(({ child: { id }, before }) => [period, ...(before ? [before] : [])].map(({ from, to }) => ({ unitId: id, from, to })));
  const numbers = (await loadAdmissions(context, basis, { name: `below ${siblingsName(unitId, period)}`, asked })).values();
  const next = () => numbers.next().value ?? 0;
  return children.map(({ child, before }) => ({ ...child, now: next(), before: before && next() }));
}

/** The units directly below a roll-up with what they admitted. */
export async function loadBelow(context: RequestContext, unit: UnitValue, frame: RollupFrame): Promise<AdmittedBelow[]> {
  return await context.held(`admitted below ${siblingsName(unit.unit.id, frame.period)} ${basisKey(frame.basis)}`, () => readBelow(context, unit.unit.id, frame));
}
