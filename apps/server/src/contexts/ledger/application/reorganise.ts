import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { announceEnded, announceMoved, announceUnitMoves } from '../../../kernel/events.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import * as tree from '../../organisation/index.ts';
import * as writes from '../persistence/reorganisation-writes.ts';

/** Why the tree was not changed. */
export type TreeRefusal = 'NOT_FOUND' | 'DATE_NOT_POSSIBLE' | 'CLOSED' | 'NO_ROOM' | 'LATER_ENTRIES' | 'HAS_MEMBERS' | 'HAS_CANDIDATES' | 'HAS_CHILDREN' | 'INTO_ITSELF';

/** A change of the tree that was made, or why it was not. */
export type TreeChange<T = object> = T | { readonly refused: TreeRefusal };

function refuseUnlessAllowed({ actor }: WriteTransaction): Actor {
  if (!actor || !isAllowed(actor.role, 'unit.reorganise')) throw new Refused(actor ? 'FORBIDDEN_FOR_ROLE' : 'UNAUTHENTICATED');
  return actor;
}

async function audit(transaction: WriteTransaction, action: string, unitId: string): Promise<void> {
  const { actor } = transaction;
  await insertAuditLines(transaction, { requestId: randomUUID(), network: '', actor }, [{ action, result: 'DONE', subjectKind: 'Unit', subjectId: unitId }]);
}

/** Founds a unit below another of the scope and counts it. The database refuses a kind that the parent may not have. */
export async function foundUnit(
  transaction: WriteTransaction,
  unit: Omit<tree.NewUnit, 'id'> & { parentId: string },
): Promise<TreeChange<{ id: string }>> {
  refuseUnlessAllowed(transaction);
  const parent = await tree.lockUnit(transaction, unit.parentId);
  if (!parent) return { refused: 'NOT_FOUND' };
  if (parent.closedOn !== null) return { refused: 'CLOSED' };
  if (unit.foundedOn < parent.foundedOn) return { refused: 'DATE_NOT_POSSIBLE' };
  const [lo, widths] = [await tree.nextPosition(transaction, parent), await tree.intervalWidths(transaction)];
  const width = widths[parent.depth + 1];
  if (lo === null || width === undefined) return { refused: 'NO_ROOM' };
  const id = randomUUID();
  await tree.insertUnit(transaction, { ...unit, id }, { parent, lo, hi: (BigInt(lo) + width - 1n).toString() });
  await writes.insertFounding(transaction, randomUUID(), id);
  await audit(transaction, 'unit.found', id);
  return { id };
}

/** Gives a unit another name from a day on, after the day its present name began and not in the future. Figures do not change. */
export async function renameUnit(transaction: WriteTransaction, change: { unitId: string; name: string; from: Day }): Promise<TreeChange> {
  refuseUnlessAllowed(transaction);
  const unit = await tree.lockUnit(transaction, change.unitId);
  if (!unit) return { refused: 'NOT_FOUND' };
  if (unit.closedOn !== null) return { refused: 'CLOSED' };
  if (!(await tree.canRename(transaction, unit.id, change.from))) return { refused: 'DATE_NOT_POSSIBLE' };
  await tree.insertName(transaction, unit.id, change.name, change.from);
  await audit(transaction, 'unit.rename', unit.id);
  return {};
}

/** Closes a unit that has neither members, nor people on the way to membership, nor open units below. Its successors take over what counts, the first one first. */
export async function closeUnit(transaction: WriteTransaction, change: { unitId: string; on: Day; successorIds: readonly string[] }): Promise<TreeChange> {
  const actor = refuseUnlessAllowed(transaction);
  const unit = await tree.lockUnit(transaction, change.unitId);
  if (!unit) return { refused: 'NOT_FOUND' };
  if (unit.closedOn !== null) return { refused: 'CLOSED' };
  if ((await tree.listSubtree(transaction, unit)).length > 1) return { refused: 'HAS_CHILDREN' };
  if (await writes.hasMembers(transaction, [unit.id])) return { refused: 'HAS_MEMBERS' };
  if (await writes.hasCandidates(transaction, [unit.id])) return { refused: 'HAS_CANDIDATES' };
  if (await writes.hasEntriesFrom(transaction, [unit.id], change.on)) return { refused: 'LATER_ENTRIES' };
  if (!(await tree.canEnd(transaction, unit.id, change.on))) return { refused: 'DATE_NOT_POSSIBLE' };
  const successorIds = [...new Set(change.successorIds)];
  const successors = await lockSuccessors(transaction, unit.id, successorIds);
  if (!successors) return { refused: 'NOT_FOUND' };
  await writes.insertClosing(transaction, randomUUID(), unit.id, change.on);
  const first = successors[0];
  await tree.endUnit(transaction, unit.id, change.on, successorIds);
  if (first) await writes.repositionEntries(transaction, [{ unitId: unit.id, toUnitId: first.id, oldLo: unit.lo, newLo: first.lo }], change.on);
  await announceEnded(transaction, actor, { unitId: unit.id, on: change.on, successorIds });
  await audit(transaction, 'unit.close', unit.id);
  return {};
}

/** The open units of the scope that take over, in their order; null where one is missing, closed, or the unit itself. */
async function lockSuccessors(transaction: WriteTransaction, unitId: string, ids: readonly string[]): Promise<tree.PlacedUnit[] | null> {
  const found: tree.PlacedUnit[] = [];
  for (const id of ids) {
    const successor = id === unitId ? null : await tree.lockUnit(transaction, id);
    if (successor?.closedOn !== null) return null;
    found.push(successor);
  }
  return found;
}

/**
 * Hangs a unit with all below it under another parent from a day on. What stands at its units leaves the old chain and joins the
 * new one as reorganisation flows; history as it was stays with the old parents, history as it is now follows the unit.
 */
export async function moveUnit(transaction: WriteTransaction, change: { unitId: string; newParentId: string; on: Day }): Promise<TreeChange> {
  refuseUnlessAllowed(transaction);
  await announceUnitMoves(transaction);
  const unit = await tree.lockUnit(transaction, change.unitId);
  const parent = await tree.lockUnit(transaction, change.newParentId);
  if (!unit || !parent) return { refused: 'NOT_FOUND' };
  if (unit.closedOn !== null || parent.closedOn !== null) return { refused: 'CLOSED' };
  if (parent.ancestors.includes(unit.id)) return { refused: 'INTO_ITSELF' };
  const units = await tree.listSubtree(transaction, unit);
  const unitIds = units.map((member) => member.id);
  if (await writes.hasEntriesFrom(transaction, unitIds, change.on)) return { refused: 'LATER_ENTRIES' };
  const rootLo = await tree.nextPosition(transaction, parent);
  const places = rootLo === null ? null : tree.replant(units, parent, rootLo, await tree.intervalWidths(transaction));
  if (!places) return { refused: 'NO_ROOM' };
  await tree.replaceUnits(transaction, places, change.on);
  const carried = places.map((place) => ({ unitId: place.id, toUnitId: place.id, oldLo: place.oldLo, newLo: place.lo }));
  await writes.insertCarried(transaction, randomUUID(), change.on, carried, ['PERSON', 'UNIT']);
  await writes.repositionEntries(transaction, [...carried, ...carriedFromClosed(await tree.listClosedBelow(transaction, unit), carried)], change.on);
  await announceMoved(transaction, unit.id);
  await audit(transaction, 'unit.move', unit.id);
  return {};
}

/** What still counts at units that closed below has no place to move to: it counts at the nearest unit above that moves. */
function carriedFromClosed(closed: readonly tree.ClosedUnit[], moved: readonly writes.Carried[]): writes.Carried[] {
  const placeOf = new Map(moved.map((place) => [place.unitId, place]));
  return closed.flatMap(({ id, lo, ancestors }) => {
    const above = placeOf.get(ancestors.findLast((ancestor) => placeOf.has(ancestor)) ?? '');
    return above ? [{ unitId: id, toUnitId: above.unitId, oldLo: lo, newLo: above.newLo }] : [];
  });
}

/** Merges units that hold members into one that takes over everybody, on a day. The merged units close. */
export async function mergeUnits(transaction: WriteTransaction, change: { unitIds: readonly string[]; successorId: string; on: Day }): Promise<TreeChange> {
  const actor = refuseUnlessAllowed(transaction);
  await announceUnitMoves(transaction);
  const successor = await tree.lockUnit(transaction, change.successorId);
  if (!successor) return { refused: 'NOT_FOUND' };
  if (successor.closedOn !== null) return { refused: 'CLOSED' };
  const units: tree.PlacedUnit[] = [];
  // All are looked at before any is touched: a refusal leaves nothing half merged.
  for (const unitId of new Set(change.unitIds)) {
    const unit = await tree.lockUnit(transaction, unitId);
    const refused = unit ? await findMergeRefusal(transaction, unit, successor.id, change.on) : 'NOT_FOUND';
    if (!unit || refused) return { refused: refused ?? 'NOT_FOUND' };
    units.push(unit);
  }
  for (const unit of units) {
    const carried = [{ unitId: unit.id, toUnitId: successor.id, oldLo: unit.lo, newLo: successor.lo }];
    await writes.insertCarried(transaction, randomUUID(), change.on, carried, ['PERSON']);
    await writes.insertClosing(transaction, randomUUID(), unit.id, change.on);
    await tree.endUnit(transaction, unit.id, change.on, [successor.id]);
    await writes.movePeople(transaction, unit.id, successor.id);
    await writes.repositionEntries(transaction, carried, change.on);
    await announceEnded(transaction, actor, { unitId: unit.id, on: change.on, successorIds: [successor.id] });
    await audit(transaction, 'unit.merge', unit.id);
  }
  await announceMoved(transaction, successor.id);
  return {};
}

async function findMergeRefusal(transaction: WriteTransaction, unit: tree.PlacedUnit, successorId: string, on: Day): Promise<TreeRefusal | null> {
  if (unit.closedOn !== null) return 'CLOSED';
  if (unit.id === successorId) return 'INTO_ITSELF';
  if ((await tree.listSubtree(transaction, unit)).length > 1) return 'HAS_CHILDREN';
  if (await writes.hasEntriesFrom(transaction, [unit.id], on)) return 'LATER_ENTRIES';
  return (await tree.canEnd(transaction, unit.id, on)) ? null : 'DATE_NOT_POSSIBLE';
}
