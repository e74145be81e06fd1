import type { Actor } from '../../../kernel/actor.ts';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { readText } from '../../../kernel/text.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import type { RuleRefusal } from '../domain/rule-refusal.ts';
import { rulePacks } from '../domain/rule-pack.ts';
import { isWeekend } from '../domain/working-days.ts';
import { deleteHolidayChange, findHolidayYear, isHolidayAbove, keepHolidayChange } from '../persistence/holidays.ts';
import { holdCalendar, renewLimits, type MovedLimits } from '../persistence/limit-writes.ts';

/** What is sent to change a day of a tree. */
export interface HolidayInput {
  readonly unitId: string | null;
  readonly day: Day;
  /** Whether the day is not to be worked. */
  readonly isHoliday: boolean;
  /** What the holiday is called, or why it is worked. Not needed where the day becomes again what it is above. */
  readonly name: string;
  readonly expectedVersion: string;
  readonly dryRun: boolean;
}

/** A day that was changed, or would be, with the limits that run otherwise for it. */
export type HolidayChanged = { readonly unitId: string; readonly year: number; readonly moved: MovedLimits; readonly isWritten: boolean } | { readonly refused: RuleRefusal };

const yearsAhead = 5;

/** Takes back what a dry run did. */
class DryRun extends Error {
  readonly outcome: HolidayChanged;

  constructor(outcome: HolidayChanged) {
    super('dry run');
    this.outcome = outcome;
  }
}

function refuseDay({ day }: HolidayInput, today: Day): RuleRefusal | null {
  const year = Number(day.slice(0, 4));
  const [first] = rulePacks;
  if (first && (day < `${first.validFrom.slice(0, 4)}-01-01` || year > Number(today.slice(0, 4)) + yearsAhead)) return { code: 'DAY_NOT_POSSIBLE', field: 'day' };
  return isWeekend(day) ? { code: 'WEEKEND', field: 'day' } : null;
}

async function changeDay(transaction: WriteTransaction, actor: Actor, input: HolidayInput, name: string | null, today: Day): Promise<HolidayChanged> {
  const { day, isHoliday, dryRun } = input;
  const year = Number(day.slice(0, 4));
  const seen = input.unitId ? await findHolidayYear(transaction, actor, input.unitId, year) : null;
  if (!seen) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
  const { unitId } = seen;
  const refused = refuseDay(input, today);
  if (refused) return { refused };
  if (name === null) return { refused: { code: 'TEXT_NOT_POSSIBLE', field: 'name' } };
  const own = seen.days.find((one) => one.day === day && one.changedBy === unitId);
  const stands = seen.days.some((one) => one.day === day && one.isHoliday);
  // Sent again, it is told and not made twice.
  if (stands === isHoliday && (!own || name === '' || name === (own.note ?? own.nameVi))) return { unitId, year, moved: { candidacies: 0, letters: 0 }, isWritten: false };
  if (seen.version !== input.expectedVersion) return { refused: { ...conflictOf(input.expectedVersion, seen.version), calendar: { unitId, year } } };
  if ((await isHolidayAbove(transaction, unitId, day)) === isHoliday) await deleteHolidayChange(transaction, unitId, day);
  else if (name === '') return { refused: { code: 'FACT_MISSING', field: 'name' } };
  else await keepHolidayChange(transaction, { unitId, day, isHoliday, name });
  return { unitId, year, moved: await renewLimits(transaction, unitId, dryRun), isWritten: !dryRun };
}

/**
 * Changes whether a day is worked in the tree of a unit, for whoever administers it. The limits that run there in working days move with it;
 * what steps of before say of theirs stays. A dry run counts those limits and writes nothing.
 */
export async function changeHoliday(context: RequestContext, input: HolidayInput): Promise<HolidayChanged> {
  const name = readText(input.name, 'line');
  const today = dayInVietNam(context.now());
  const outcome = await context.database.write(context.credential, async (transaction): Promise<HolidayChanged> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'unit' } };
    if (!isAllowed(actor.role, 'holiday.change')) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: 'unit' } };
    if (!input.dryRun) await holdCalendar(transaction);
    const changed = await changeDay(transaction, actor, input, name, today);
    if ('refused' in changed) return changed;
    if (input.dryRun) throw new DryRun(changed);
    if (changed.isWritten) await insertAuditLines(transaction, { ...context, actor }, [{ action: 'holiday.change', result: 'DONE', subjectKind: 'Unit', subjectId: changed.unitId }]);
    return changed;
  }).catch(async (error: unknown) => {
    if (!(error instanceof DryRun)) throw error;
    const { outcome: counted } = error;
    // What was counted is told in the audit log too: limits run for people whom an administrator does not see.
    await context.database.write(context.credential, async (transaction) => {
      if (transaction.actor && 'unitId' in counted) await insertAuditLines(transaction, { ...context, actor: transaction.actor }, [{ action: 'holiday.tryOut', result: 'DONE', subjectKind: 'Unit', subjectId: counted.unitId }]);
    });
    return counted;
  });
  await context.renew();
  return outcome;
}
