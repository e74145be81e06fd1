import { randomUUID } from 'node:crypto';
import type { Day } from '../../../kernel/day.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { insertAuditLines, isAllowed, type Action } from '../../access/index.ts';
import * as tree from '../../organisation/index.ts';
import type { PersonSlices } from '../domain/fact.ts';
import { findStanding, insertEntries, lockSubject } from '../persistence/entry-writes.ts';
import { hasEntriesFrom, insertReclassified } from '../persistence/reorganisation-writes.ts';

/** Why nothing was reclassified. */
export type ReclassificationRefusal = 'NOT_FOUND' | 'CLOSED' | 'DATE_NOT_POSSIBLE' | 'LATER_ENTRIES';

type Reclassification = { readonly eventId: string } | { readonly refused: ReclassificationRefusal };

function refuseUnlessAllowed({ actor }: WriteTransaction, action: Action): void {
  if (!isAllowed(actor?.role ?? null, action)) throw new Refused(actor ? 'FORBIDDEN_FOR_ROLE' : 'UNAUTHENTICATED');
}

async function audit(transaction: WriteTransaction, subjectKind: 'Person' | 'Unit', subjectId: string): Promise<void> {
  const line = { action: 'entry.reclassify', result: 'DONE', subjectKind, subjectId } as const;
  await insertAuditLines(transaction, { requestId: randomUUID(), network: '', actor: transaction.actor }, [line]);
}

/** Gives a counted person other slices from a day on: a pair that takes the stock out of the old ones and puts it into the new. */
export async function reclassifyPerson(
  transaction: WriteTransaction,
  change: { personId: string; slices: PersonSlices; on: Day },
): Promise<Reclassification> {
  refuseUnlessAllowed(transaction, 'entry.post');
  await lockSubject(transaction, change.personId);
  const standing = await findStanding(transaction, change.personId);
  if (!standing) return { refused: 'NOT_FOUND' };
  if (change.on < standing.since) return { refused: 'DATE_NOT_POSSIBLE' };
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
    { ...common, id: randomUUID(), delta: 1, slices: change.slices, unitType: null, areas: null },
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
