import type { Power } from '@banyan/schema/rules';
import type { Actor } from '../../../kernel/actor.ts';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { readText } from '../../../kernel/text.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { insertAuditLines, isAllowed, madeBefore, rememberKey } from '../../access/index.ts';
import { canHold, giverOf } from '../domain/authority.ts';
import type { RuleRefusal } from '../domain/rule-refusal.ts';
import { findChainsOn, type PlacedChainUnit } from '../persistence/approval-chain.ts';
import { isSeen } from '../persistence/candidate-writes.ts';
import { findPower, hasPowerDuring, insertPower, writeEnd } from '../persistence/unit-powers.ts';

/** What is sent to give a power. */
export interface PowerInput {
  readonly unitId: string | null;
  readonly power: Power;
  readonly from: Day;
  /** Last day; null without end. */
  readonly until: Day | null;
  readonly documentNumber: string;
  /** Chosen by the caller; sent again, the power is not given twice. */
  readonly idempotencyKey: string;
}

/** The unit whose power was given or ended, or why not. */
export type PowerChanged = { readonly unitId: string } | { readonly refused: RuleRefusal };

/** Whether a grant reaches up to the body above the unit that has the power. */
export function reachesGiver({ lo, hi }: Actor, chain: readonly PlacedChainUnit[], power: Power): boolean {
  const giver = giverOf(chain, power);
  return giver !== null && BigInt(lo) <= BigInt(giver.lo) && BigInt(giver.hi) <= BigInt(hi);
}

function readNumber(text: string): string | RuleRefusal {
  const number = readText(text, 'line');
  if (number === null) return { code: 'TEXT_NOT_POSSIBLE', field: 'documentNumber' };
  return number === '' ? { code: 'FACT_MISSING', field: 'documentNumber' } : number;
}

async function give(transaction: WriteTransaction, actor: Actor, input: PowerInput, today: Day): Promise<PowerChanged & { readonly id?: string }> {
  const { unitId, power, from, until } = input;
  const [now] = unitId ? await findChainsOn(scopeOf(transaction, actor), [{ unitId, on: today }]) : [];
  const chain = now?.chain;
  const unit = chain?.at(-1);
  if (!chain || !unit) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
  if (!canHold(unit, power)) return { refused: { code: 'UNIT_CANNOT_HOLD', field: 'unit' } };
  if (!reachesGiver(actor, chain, power)) return { refused: { code: 'NOT_YOUR_BODY', field: 'unit' } };
  const documentNumber = readNumber(input.documentNumber);
  if (typeof documentNumber !== 'string') return { refused: documentNumber };
  if (until !== null && until < from) return { refused: { code: 'DATES_NOT_IN_ORDER', field: 'until' } };
  // Two who give at once do so one after the other.
  await transaction.query('select id from unit where id = $1 for no key update', [unit.id]);
  if (await hasPowerDuring(transaction, unit.id, power, { from, until })) return { refused: { code: 'PERIODS_OVERLAP', field: 'from' } };
  return { unitId: unit.id, id: await insertPower(transaction, { unitId: unit.id, power, from, until, documentNumber, recorderName: actor.displayName }) };
}

/** Gives a power to a grassroots committee for a time, by the body above that has it by its kind. What is on its way goes on under the path of each day. */
export async function givePower(context: RequestContext, input: PowerInput): Promise<PowerChanged> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<PowerChanged> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'unit' } };
    if (!isAllowed(actor.role, 'power.give')) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: 'unit' } };
    const made = await madeBefore(transaction, actor, 'power.give', { key: input.idempotencyKey, input });
    if ('refused' in made) return made;
    if ('resultId' in made) return (await isSeen(transaction, actor, made.resultId)) && input.unitId ? { unitId: input.unitId } : { refused: { code: 'NOT_FOUND', field: 'unit' } };
    const given = await give(transaction, actor, input, dayInVietNam(context.now()));
    if ('refused' in given || !given.id) return given;
    await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: given.id });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'power.give', result: 'DONE', subjectKind: 'UnitPower', subjectId: given.id }]);
    return given;
  });
  await context.renew();
  return outcome;
}

/** What is sent to end a power. */
export interface PowerEndInput {
  readonly powerId: string | null;
  readonly expectedVersion: number;
  /** Last day on which it is in force. */
  readonly on: Day;
  readonly documentNumber: string;
}

/** Ends a power that was given for a time, by the body that gives it. What the unit decided until then stays. */
export async function endPower(context: RequestContext, input: PowerEndInput): Promise<PowerChanged> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<PowerChanged> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'power' } };
    if (!isAllowed(actor.role, 'power.give')) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: 'power' } };
    const given = input.powerId ? await findPower(transaction, actor, input.powerId) : null;
    if (!given) return { refused: { code: 'NOT_FOUND', field: 'power' } };
    const [now] = await findChainsOn(scopeOf(transaction, actor), [{ unitId: given.unitId, on: dayInVietNam(context.now()) }]);
    const chain = now?.chain;
    if (!chain || !reachesGiver(actor, chain, given.power)) return { refused: { code: 'NOT_YOUR_BODY', field: 'power' } };
    const conflict = (version: number | null): PowerChanged => ({ refused: { ...conflictOf(input.expectedVersion, version), unitId: given.unitId } });
    if (given.version !== input.expectedVersion) return conflict(given.version);
    const documentNumber = readNumber(input.documentNumber);
    if (typeof documentNumber !== 'string') return { refused: documentNumber };
    if (input.on < given.from) return { refused: { code: 'DATES_NOT_IN_ORDER', field: 'on' } };
    if (given.until !== null && given.until <= input.on) return { refused: { code: 'ALREADY_ENDED', field: 'on' } };
    if (!(await writeEnd(transaction, given, { on: input.on, documentNumber, enderName: actor.displayName }))) return conflict((await findPower(transaction, actor, given.id))?.version ?? null);
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'power.end', result: 'DONE', subjectKind: 'UnitPower', subjectId: given.id }]);
    return { unitId: given.unitId };
  });
  await context.renew();
  return outcome;
}
