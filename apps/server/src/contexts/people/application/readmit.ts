import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import { judgeReadmission } from '../domain/readmission.ts';
import { rulePackOn } from '../domain/rule-pack.ts';
import { readText } from '../domain/text.ts';
import { holdCandidacies } from '../persistence/candidacy-writes.ts';
import { insertReadmission } from '../persistence/candidate-writes.ts';
import type { Refusal } from './refusal.ts';

/** What is sent to consider somebody again. */
export interface ReadmissionInput {
  readonly candidacyId: string | null;
  readonly expectedVersion: number;
  readonly on: Day;
  readonly consentNumber: string;
  readonly isHardship: boolean;
}

/** Begins a second candidacy of somebody whose membership ended: the whole way again, with full probation. */
export async function readmit(context: RequestContext, input: ReadmissionInput): Promise<{ readonly candidacyId: string } | { readonly refused: Refusal }> {
  const consent = readText(input.consentNumber, 'line');
  const outcome = await context.database.write(context.credential, async (transaction): Promise<{ candidacyId: string } | { refused: Refusal }> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'candidacy' } };
    if (!isAllowed(actor.role, 'candidacy.add')) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: 'candidacy' } };
    const held = input.candidacyId ? (await holdCandidacies(transaction, actor, [input.candidacyId], input.on)).get(input.candidacyId) : undefined;
    if (!held) return { refused: { code: 'NOT_FOUND', field: 'candidacy' } };
    const { candidacy } = held;
    if (candidacy.version !== input.expectedVersion || !candidacy.isLatest) return { refused: { code: 'VERSION_CONFLICT', field: 'expectedVersion', candidacyId: candidacy.id } };
    if (consent === null) return { refused: { code: 'TEXT_NOT_POSSIBLE', field: 'consentNumber' } };
    if (input.on > todayOf(held.lastDataOn, dayInVietNam(context.now()))) return { refused: { code: 'DATE_IN_FUTURE', field: 'on' } };
    const pack = rulePackOn(input.on);
    const { state, leftOn } = candidacy.dossier;
    const code = judgeReadmission({ state, leftOn, isReadmission: candidacy.ordinal > 1 }, { on: input.on, consentNumber: consent === '' ? null : consent, isHardship: input.isHardship }, pack);
    if (code) return { refused: { code, field: code === 'FACT_MISSING' ? 'consentNumber' : 'on' } };
    const begun = await insertReadmission(transaction, candidacy, { on: input.on, rulePack: pack.code, consentNumber: consent }, actor);
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'candidacy.readmit', result: 'DONE', subjectKind: 'Candidacy', subjectId: begun }]);
    return { candidacyId: begun };
  });
  await context.renew();
  return outcome;
}
