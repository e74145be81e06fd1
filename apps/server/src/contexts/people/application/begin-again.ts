import type { CandidacyRefusalCode, ReadmissionBar } from '@banyan/schema/lifecycle';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { readText } from '../../../kernel/text.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import { judgeBeginningAgain } from '../domain/begin-again.ts';
import { rulePackOn } from '../domain/rule-pack.ts';
import { holdCandidacies } from '../persistence/candidacy-writes.ts';
import { insertAnother, isSeen } from '../persistence/candidate-writes.ts';
import { isNumberTaken } from '../persistence/sensitive.ts';
import { cannotBeginAgain } from './may-begin.ts';
import type { Refusal } from './refusal.ts';

/** What is sent to consider somebody again. */
export interface BeginAgainInput {
  readonly candidacyId: string | null;
  readonly expectedVersion: number;
  readonly on: Day;
  readonly consentNumber: string | null;
  readonly isHardship: boolean;
  readonly convictionClearedOn: Day | null;
  readonly bars: readonly ReadmissionBar[];
  /** Chosen by the caller; sent again, nobody begins twice. */
  readonly idempotencyKey: string;
}

/** The input to blame for a condition that is not met, where it is not the day. */
const blamed: Partial<Record<CandidacyRefusalCode, string>> = { FACT_MISSING: 'consentNumber', NEVER_READMITTED: 'isHardship', TOO_SOON_AFTER_CONVICTION: 'convictionClearedOn', READMITTED_BEFORE: 'candidacy', NOT_POSSIBLE_IN_THIS_STATE: 'candidacy' };

/** Begins another candidacy of somebody whose last one ended: the whole way again. */
export async function beginAgain(context: RequestContext, input: BeginAgainInput): Promise<{ readonly candidacyId: string } | { readonly refused: Refusal }> {
  const consent = readText(input.consentNumber ?? '', 'line');
  const outcome = await context.database.write(context.credential, async (transaction): Promise<{ candidacyId: string } | { refused: Refusal }> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'candidacy' } };
    const forbidden = cannotBeginAgain(actor);
    if (forbidden) return { refused: { code: forbidden, field: 'candidacy' } };
    const made = await madeBefore(transaction, actor, 'candidacy.beginAgain', { key: input.idempotencyKey, input });
    if ('refused' in made) return made;
    if ('resultId' in made) return (await isSeen(transaction, actor, made.resultId)) ? { candidacyId: made.resultId } : { refused: { code: 'NOT_FOUND', field: 'candidacy' } };
    const held = input.candidacyId ? (await holdCandidacies(transaction, actor, [input.candidacyId], input.on)).get(input.candidacyId) : undefined;
    if (!held) return { refused: { code: 'NOT_FOUND', field: 'candidacy' } };
    const { candidacy } = held;
    if (candidacy.version !== input.expectedVersion || !candidacy.isLatest) return { refused: { ...conflictOf(input.expectedVersion, candidacy.version), candidacyId: candidacy.id } };
    const cannot = cannotBeginAgain(actor, held);
    if (cannot) return { refused: { code: cannot, field: 'candidacy' } };
    if (consent === null) return { refused: { code: 'TEXT_NOT_POSSIBLE', field: 'consentNumber' } };
    if (input.on > todayOf(held.lastDataOn, dayInVietNam(context.now()))) return { refused: { code: 'DATE_IN_FUTURE', field: 'on' } };
    const pack = rulePackOn(input.on);
    const consentNumber = consent === '' ? null : consent;
    const { on, isHardship, convictionClearedOn, bars } = input;
    const code = judgeBeginningAgain({ ...candidacy.dossier, isReadmission: candidacy.isReadmission }, { on, consentNumber, isHardship, convictionClearedOn, bars }, pack);
    if (code) return { refused: { code, field: code === 'NEVER_READMITTED' && bars.length > 0 ? 'bars' : (blamed[code] ?? 'on') } };
    if (await isNumberTaken(transaction, candidacy.personId)) return { refused: { code: 'ON_RECORD_ELSEWHERE', field: 'candidacy' } };
    const begun = await insertAnother(transaction, candidacy, { on, rulePack: pack.code, consentNumber, convictionClearedOn }, actor);
    await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: begun });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'candidacy.beginAgain', result: 'DONE', subjectKind: 'Candidacy', subjectId: begun }]);
    return { candidacyId: begun };
  });
  await context.renew();
  return outcome;
}
