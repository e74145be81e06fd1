import { randomUUID } from 'node:crypto';
import type { WriteTransaction } from '../../../platform/database.ts';
import { Refused } from '../../../kernel/refused.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import { effectsOf, type Effect, type Fact, type FactRefusal } from '../domain/fact.ts';
import { carriedBy, changesOf, slicesBefore } from '../domain/later-changes.ts';
import { findFooting, insertEntries, listLaterHalves, lockSubject, type EntryDraft, type Standing } from '../persistence/entry-writes.ts';

/** A fact that was posted, or why it was not. */
export type PostedFact = { readonly eventId: string } | { readonly refused: FactRefusal };

/** What an entry is frozen with: what lowers a stock carries the slices of what raised it; what raises one carries the day's. */
function frozen(fact: Fact, effect: Effect, standing: Standing | null): Pick<EntryDraft, 'slices' | 'unitType' | 'areas'> {
  const raisesAnew = standing === null || (fact.kind === 'RECOGNISED' && effect.delta === 1);
  if (raisesAnew) return { slices: fact.slices, unitType: null, areas: null };
  // A flow belongs to the unit as it is that day; only what lowers a stock undoes what raised it.
  if (effect.delta === 1) return { slices: standing.slices, unitType: null, areas: null };
  return { slices: standing.slices, unitType: standing.unitType, areas: standing.areas };
}

function refusalOf(fact: Fact, standing: Standing | null): FactRefusal {
  if (standing === null) return 'NOT_A_MEMBER_HERE';
  return fact.kind === 'ADMITTED' || fact.kind.startsWith('OPENING') ? 'ALREADY_A_MEMBER' : 'NOT_POSSIBLE_IN_THIS_STATE';
}

function draftsOf(fact: Fact, standing: Standing | null, eventId: string): EntryDraft[] | FactRefusal {
  const effects = effectsOf(fact.kind, standing?.stock ?? null);
  if (!effects) return refusalOf(fact, standing);
  if (standing && fact.occurredOn < standing.since) return 'NOT_POSSIBLE_IN_THIS_STATE';
  if (standing && standing.unitId !== fact.unitId) return 'NOT_A_MEMBER_HERE';
  const other = fact.kind === 'TRANSFERRED' ? fact.toUnitId : undefined;
  if (fact.kind === 'TRANSFERRED' && (other === undefined || other === fact.unitId)) return 'NOT_POSSIBLE_IN_THIS_STATE';
  return effects.map((effect) => {
    const [unitId, otherUnitId] = effect.at === 'UNIT' ? [fact.unitId, other] : [other ?? '', fact.unitId];
    const isFlow = effect.measure === 'TRANSFERRED_IN' || effect.measure === 'TRANSFERRED_OUT';
    return {
      id: randomUUID(),
      eventId,
      unitId,
      otherUnitId: isFlow ? (otherUnitId ?? null) : null,
      occurredOn: fact.occurredOn,
      measure: effect.measure,
      delta: effect.delta,
      subjectKind: 'PERSON',
      subjectId: fact.personId,
      ...frozen(fact, effect, standing),
    };
  });
}

/**
 * The entries of a fact of somebody whose slices, or whose unit's, have changed after its day: as the person stood on that day, and with what
 * the changes become. A transfer is refused: the changes would have to move with it.
 */
async function draftsBeforeChanges(transaction: WriteTransaction, fact: Fact, standing: Standing, eventId: string): Promise<EntryDraft[] | FactRefusal> {
  if (fact.kind === 'TRANSFERRED' || fact.occurredOn < standing.countedSince) return 'NOT_POSSIBLE_IN_THIS_STATE';
  const later = changesOf(await listLaterHalves(transaction, fact.personId, standing, fact.occurredOn));
  const [first] = later ?? [];
  if (later === null || first === undefined) return 'NOT_POSSIBLE_IN_THIS_STATE';
  const { slices, unitType, areas } = first.before;
  const then = { ...fact, slices: slicesBefore(fact.slices, later) };
  const drafts = draftsOf(then, { ...standing, since: standing.countedSince, slices, unitType, areas }, eventId);
  if (typeof drafts === 'string') return drafts;
  const common = { eventId, unitId: fact.unitId, otherUnitId: null, subjectKind: 'PERSON', subjectId: fact.personId } as const;
  return [...drafts, ...carriedBy(then, standing.stock, later).map((entry) => ({ ...common, ...entry, id: randomUUID() }))];
}

async function draftsOn(transaction: WriteTransaction, fact: Fact, standing: Standing | null, eventId: string): Promise<EntryDraft[] | FactRefusal> {
  if (standing === null || fact.occurredOn >= standing.since || !effectsOf(fact.kind, standing.stock)) return draftsOf(fact, standing, eventId);
  return await draftsBeforeChanges(transaction, fact, standing, eventId);
}

/**
 * Posts facts about people, in their order, each with all of its entries or none. A fact that does not fit where the person stands
 * is refused; the others stand. Refuses altogether a role that may not post.
 */
export async function postFacts(transaction: WriteTransaction, facts: readonly Fact[], requestId: string = randomUUID()): Promise<PostedFact[]> {
  const { actor } = transaction;
  if (!isAllowed(actor?.role ?? null, 'entry.post')) throw new Refused(actor ? 'FORBIDDEN_FOR_ROLE' : 'UNAUTHENTICATED');
  const results: PostedFact[] = [];
  for (const fact of facts) {
    const eventId = randomUUID();
    await lockSubject(transaction, fact.personId);
    const unitIds = [fact.unitId, ...(fact.toUnitId === undefined ? [] : [fact.toUnitId])];
    const { standing, isElsewhere, hasMoved } = await findFooting(transaction, { personId: fact.personId, unitIds, on: fact.occurredOn });
    const drafts = isElsewhere ? 'NOT_A_MEMBER_HERE' : await draftsOn(transaction, fact, standing, eventId);
    if (hasMoved) {
      results.push({ refused: 'BEFORE_A_REORGANISATION' });
      continue;
    }
    if (typeof drafts === 'string') {
      results.push({ refused: drafts });
      continue;
    }
    // What has no place is not inserted; a fact with a part missing must not stand.
    if ((await insertEntries(transaction, drafts)) < drafts.length) throw new Refused('BAD_USER_INPUT', 'unitId');
    results.push({ eventId });
  }
  const posted = results.flatMap(
    (result) => ('eventId' in result ? [{ action: 'entry.post', result: 'DONE' as const, subjectKind: 'Event', subjectId: result.eventId }] : []),
  );
  await insertAuditLines(transaction, { requestId, network: '', actor }, posted);
  return results;
}
