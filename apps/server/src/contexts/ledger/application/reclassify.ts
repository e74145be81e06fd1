import { randomUUID } from 'node:crypto';
import type { Day } from '../../../kernel/day.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { insertAuditLines, isAllowed, type Action } from '../../access/index.ts';
import * as tree from '../../organisation/index.ts';
import type { PersonSlices } from '../domain/fact.ts';
import { findFooting, findStanding, insertEntries, lockSubject, type Standing } from '../persistence/entry-writes.ts';
import { hasEntriesFrom, insertReclassified } from '../persistence/reorganisation-writes.ts';

/** Why nothing was reclassified. */
export type ReclassificationRefusal = 'NOT_FOUND' | 'CLOSED' | 'DATE_NOT_POSSIBLE' | 'LATER_ENTRIES' | 'BEFORE_A_REORGANISATION';

type Reclassification = { readonly eventId: string } | { readonly refused: ReclassificationRefusal };

function refuseUnlessAllowed({ actor }: WriteTransaction, action: Action): void {
  if (!isAllowed(actor?.role ?? null, action)) throw new Refused(actor ? 'FORBIDDEN_FOR_ROLE' : 'UNAUTHENTICATED');
}

async function audit(transaction: WriteTransaction, subjectKind: 'Person' | 'Unit', subjectId: string): Promise<void> {
  const line = { action: 'entry.reclassify', result: 'DONE', subjectKind, subjectId } as const;
  await insertAuditLines(transaction, { requestId: randomUUID(), network: '', actor: transaction.actor }, [line]);
}

/** Where a person is counted and can have other slices from a day on, or why not. Lets nobody else change the person until the transaction ends. */
export async function judgeReclassification(
  transaction: WriteTransaction,
  { personId, on }: { personId: string; on: Day },
): Promise<Standing | { readonly refused: 'NOT_FOUND' | 'DATE_NOT_POSSIBLE' | 'BEFORE_A_REORGANISATION' }> {
  await lockSubject(transaction, personId);
  const standing = await findStanding(transaction, personId);
  if (!standing) return { refused: 'NOT_FOUND' };
  if (on < standing.since) return { refused: 'DATE_NOT_POSSIBLE' };
  const { hasMoved } = await findFooting(transaction, { personId, unitIds: [standing.unitId], on });
  return hasMoved ? { refused: 'BEFORE_A_REORGANISATION' } : standing;
}

/** Gives a counted person other slices from a day on: a pair that takes the stock out of the old ones and puts it into the new. */
export async function reclassifyPerson(
  transaction: WriteTransaction,
  change: { personId: string; slices: Partial<PersonSlices>; on: Day },
): Promise<Reclassification> {
  refuseUnlessAllowed(transaction, 'entry.post');
  const standing = await judgeReclassification(transaction, change);
  if ('refused' in standing) return standing;
  const eventId = randomUUID();
  const common = {
    eventId,
    unitId: standing.unitId,
    otherUnitId: null,
    occurredOn: change.on,
    measure: standing.stock,
    subjectKind: 'PERSON',
    subjectId: change.personId,
  } as const;
  const { unitType, areas } = standing;
  const pair = [
    { ...common, id: randomUUID(), delta: -1, slices: standing.slices, unitType, areas },
    { ...common, id: randomUUID(), delta: 1, slices: { ...standing.slices, ...change.slices }, unitType: null, areas: null },
  ] as const;
  if ((await insertEntries(transaction, pair)) < pair.length) throw new Refused('BAD_USER_INPUT', 'on');
  await audit(transaction, 'Person', change.personId);
  return { eventId };
}

/** Gives a unit another type and other areas from a day on: a pair for every stock that stands at it. */
export async function reclassifyUnit(
  transaction: WriteTransaction,
  change: { unitId: string; unitType: string; areas: readonly string[]; on: Day },
): Promise<Reclassification> {
  refuseUnlessAllowed(transaction, 'unit.reorganise');
  const unit = await tree.lockUnit(transaction, change.unitId);
  if (!unit) return { refused: 'NOT_FOUND' };
  if (unit.closedOn !== null) return { refused: 'CLOSED' };
  if (await hasEntriesFrom(transaction, [unit.id], change.on)) return { refused: 'LATER_ENTRIES' };
  if (!(await tree.insertProfile(transaction, change))) return { refused: 'DATE_NOT_POSSIBLE' };
  const eventId = randomUUID();
  await insertReclassified(transaction, eventId, unit.id, change.on);
  await audit(transaction, 'Unit', unit.id);
  return { eventId };
}
