import type { CandidacyRefusalCode, ReadmissionBar } from '@banyan/schema/lifecycle';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import { judgeBeginningAgain, limitOfBeginning } from '../domain/begin-again.ts';
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
    if (consent === null) return { refused: refuseText(input.consentNumber, 'line', 'consentNumber') };
    const today = todayOf(held.lastDataOn, dayInVietNam(context.now()));
    if (input.on > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } } };
    const pack = rulePackOn(input.on);
    const consentNumber = consent === '' ? null : consent;
    const { on, isHardship, convictionClearedOn, bars } = input;
    const ended = { ...candidacy.dossier, isReadmission: candidacy.isReadmission, lastStep: held.lastStep };
    const code = judgeBeginningAgain(ended, { on, consentNumber, isHardship, convictionClearedOn, bars }, pack);
    const limit = code && limitOfBeginning(code, ended, { convictionClearedOn }, pack);
    if (code) return { refused: { code, field: code === 'NEVER_READMITTED' && bars.length > 0 ? 'bars' : (blamed[code] ?? 'on'), ...(limit ? { limit } : {}) } };
    if (await isNumberTaken(transaction, candidacy.personId)) return { refused: { code: 'ON_RECORD_ELSEWHERE', field: 'candidacy' } };
    const begun = await insertAnother(transaction, candidacy, { on, rulePack: pack.code, consentNumber, convictionClearedOn }, actor);
    await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: begun });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'candidacy.beginAgain', result: 'DONE', subjectKind: 'Candidacy', subjectId: begun }]);
    return { candidacyId: begun };
  });
  await context.renew();
  return outcome;
}
