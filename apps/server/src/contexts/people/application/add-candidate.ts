import { sliceKeys } from '@banyan/schema/enums';
import type { Actor } from '../../../kernel/actor.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import { birthDatesOf, fullYears } from '../domain/age.ts';
import { beginDossier } from '../domain/dossier.ts';
import { rulePackOn } from '../domain/rule-pack.ts';
import { readPersonalNumber } from '../domain/personal-number.ts';
import { limitOfName, readName } from '../domain/person-name.ts';
import { insertCandidate, findHome, findTwins, isSeen, type NewCandidate } from '../persistence/candidate-writes.ts';
import { checkNumber } from '../persistence/corrections.ts';
import { cannotAdd } from './may-begin.ts';
import type { Refusal } from './refusal.ts';

/** What is sent to add a candidate. */
export interface CandidateInput {
  readonly unitId: string | null;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly gender: string;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly education: string;
  readonly youthUnion: string;
  /** As typed; null where it is not known. */
  readonly personalNumber: string | null;
  /** The day on which the cell found the source. */
  readonly on: Day;
  /** That this is somebody else than those of the same name and date of birth. */
  readonly isSomebodyElse: boolean;
  /** Chosen by the caller; sent again, the candidate is not added twice. */
  readonly idempotencyKey: string;
}

export type Added = { readonly candidacyId: string } | { readonly refused: Refusal };

/** Ages between which somebody can be found as a source. */
const ages = { youngest: 14, oldest: 100 };

function refuseInput(input: CandidateInput, today: Day): Refusal | null {
  if (readName(input.fullName) === null) return { code: 'NAME_NOT_POSSIBLE', field: 'fullName', limit: limitOfName(input.fullName) };
  if (input.on > today) return { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } };
  const years = fullYears(input.birthDate, input.on);
  if (years < ages.youngest || years > ages.oldest) return { code: 'BIRTH_DATE_NOT_POSSIBLE', field: 'birthDate', limit: { ...birthDatesOf(input.on, ages), step: 'IDENTIFIED' } };
  if (input.personalNumber !== null && readPersonalNumber(input.personalNumber) === null) return { code: 'NUMBER_NOT_POSSIBLE', field: 'personalNumber' };
  const listed: readonly (readonly ['gender' | 'occupation' | 'enterpriseRelation' | 'education' | 'youthUnion', readonly string[]])[] = [
    ['gender', sliceKeys.GENDER],
    ['occupation', sliceKeys.OCCUPATION],
    ['enterpriseRelation', sliceKeys.ENTERPRISE_RELATION],
    ['education', sliceKeys.EDUCATION],
    ['youthUnion', sliceKeys.YOUTH_UNION],
  ];
  const unknown = listed.find(([field, keys]) => !keys.includes(input[field]));
  return unknown ? { code: 'VALUE_NOT_KNOWN', field: unknown[0] } : null;
}

/** Whether the number can be that of somebody new. The question stands in the audit log, with the answer, without the number. */
async function refuseNumber(transaction: WriteTransaction, context: RequestContext, actor: Actor, number: string): Promise<Refusal | null> {
  const standing = await checkNumber(transaction, number, null);
  await insertAuditLines(transaction, { ...context, actor }, [{ action: 'person.checkNumber', result: 'DONE', code: standing.outcome }]);
  if (standing.outcome === 'FREE') return null;
  return { code: standing.outcome, field: 'personalNumber', ...(standing.outcome === 'ON_RECORD_HERE' ? { personIds: [standing.personId] } : {}) };
}

/** Adds somebody whom a cell has found as a source. Tells of people of the same name and date of birth in the scope before it adds another. */
export async function addCandidate(context: RequestContext, input: CandidateInput): Promise<Added> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Added> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'unit' } };
    const forbidden = cannotAdd(actor);
    if (forbidden) return { refused: { code: forbidden, field: 'unit' } };
    const today = todayOf(actor.lastDataOn, dayInVietNam(context.now()));
    const refused = refuseInput(input, today);
    if (refused) return { refused };
    const made = await madeBefore(transaction, actor, 'candidacy.add', { key: input.idempotencyKey, input });
    if ('refused' in made) return made;
    if ('resultId' in made) return (await isSeen(transaction, actor, made.resultId)) ? { candidacyId: made.resultId } : { refused: { code: 'NOT_FOUND', field: 'unit' } };
    const home = input.unitId ? await findHome(transaction, actor, input.unitId) : null;
    if (!home) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
    const cannot = cannotAdd(actor, home);
    if (cannot) return { refused: { code: cannot, field: 'unit' } };
    const personalNumber = input.personalNumber && readPersonalNumber(input.personalNumber);
    const candidate: NewCandidate = { ...input, personalNumber, unitId: home.id, fullName: readName(input.fullName) ?? '', rulePack: rulePackOn(input.on).code };
    const twins = input.isSomebodyElse ? [] : await findTwins(transaction, actor, candidate);
    if (twins.length > 0) return { refused: { code: 'ALREADY_KNOWN', field: 'fullName', personIds: twins } };
    const taken = personalNumber && (await refuseNumber(transaction, context, actor, personalNumber));
    if (taken) return { refused: taken };
    const candidacyId = await insertCandidate(transaction, candidate, beginDossier(input.on), actor);
    await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: candidacyId });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'candidacy.add', result: 'DONE', subjectKind: 'Candidacy', subjectId: candidacyId }]);
    return { candidacyId };
  });
  await context.renew();
  return outcome;
}
