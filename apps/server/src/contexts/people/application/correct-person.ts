import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { scopeOf, type Scope } from '../../../platform/scope.ts';
import { insertAuditLines } from '../../access/index.ts';
import { judgeReclassification, reclassifyPerson } from '../../ledger/index.ts';
import { ageWarningsOf, livingFacts, readFacts, type AgeWarning, type Facts, type PersonRefusal } from '../domain/correction.ts';
import type { Person } from '../domain/person.ts';
import { checkNumber, findFirstDay, findMeetingsOf, writeCorrection, type DraftCorrection, type SliceChange } from '../persistence/corrections.ts';
import { findPeopleById } from '../persistence/person-reads.ts';
import { cannotCorrect } from './may-keep.ts';

/** What is sent to correct a person. */
export interface CorrectionInput {
  readonly personId: string | null;
  readonly expectedVersion: number;
  readonly facts: Facts;
  /** The day since which what changes in life is so; null where it was wrong from the beginning. */
  readonly since: Day | null;
  readonly reason: string;
  /** Only tell what it would change. */
  readonly dryRun: boolean;
}

/** A correction that was made, or would be: what it does to the figures, and which recorded meetings it makes questionable. */
export interface Corrected {
  readonly personId: string;
  readonly changes: readonly (SliceChange & { readonly since: Day | null })[];
  readonly warnings: readonly AgeWarning[];
}

type Outcome = Corrected | { readonly refused: PersonRefusal };

const refuse = (code: Exclude<PersonRefusal['code'], 'VERSION_CONFLICT'>, field: string, personId?: string): { refused: PersonRefusal } => ({ refused: { code, field, ...(personId === undefined ? {} : { personId }) } });

/** That somebody else was quicker: both versions, and whose. */
const quicker = ({ expectedVersion }: CorrectionInput, { id, version }: Pick<Person, 'id' | 'version'>): { refused: PersonRefusal } => ({ refused: { ...conflictOf(expectedVersion, version), personId: id } });

const dimensions = [['occupation', 'OCCUPATION'], ['enterpriseRelation', 'ENTERPRISE_RELATION'], ['education', 'EDUCATION'], ['youthUnion', 'YOUTH_UNION']] as const;

/** What a change in life does to the stock in which the person is counted, or why it cannot be so since that day. */
async function changeSince(transaction: WriteTransaction, person: Person, facts: Facts, since: Day): Promise<Corrected['changes'] | PersonRefusal> {
  const standing = await judgeReclassification(transaction, { personId: person.id, on: since });
  if ('refused' in standing) {
    if (standing.refused === 'NOT_FOUND') return [];
    return { code: standing.refused === 'DATE_NOT_POSSIBLE' ? 'SINCE_NOT_POSSIBLE' : standing.refused, field: 'since' };
  }
  const living = livingFacts(facts);
  return dimensions.flatMap(([field, dimension]) => {
    const after = living[field];
    return after === undefined ? [] : [{ measure: standing.stock, dimension, before: standing.slices[field], after, count: 1, since }];
  });
}

/** Whether the number can be theirs. The question stands in the audit log, with the answer, without the number. */
async function refuseNumber(transaction: WriteTransaction, context: RequestContext, actor: Actor, personId: string, number: string): Promise<PersonRefusal | null> {
  const standing = await checkNumber(transaction, number, personId);
  await insertAuditLines(transaction, { ...context, actor }, [{ action: 'person.checkNumber', result: 'DONE', subjectKind: 'Person', subjectId: personId, code: standing.outcome }]);
  if (standing.outcome === 'FREE') return null;
  return { code: standing.outcome, field: 'personalNumber', ...(standing.outcome === 'ON_RECORD_HERE' ? { personId: standing.personId } : {}) };
}

/** A person as they stand once nobody else holds them. */
async function standing(scope: Scope, person: Person): Promise<Person> {
  return (await findPeopleById(scope, [person.id])).get(person.id) ?? person;
}

/** Writes it: the person with all that counts them, and, of what changed in life, the stock from that day on. */
async function write(transaction: WriteTransaction, draft: DraftCorrection): Promise<void> {
  const { personId, facts, since } = draft;
  const written = await writeCorrection(transaction, draft, false);
  if ('refusal' in written) throw new Error(`a correction that was judged was refused: ${written.refusal}`);
  const reclassified = since === null ? null : await reclassifyPerson(transaction, { personId, slices: livingFacts(facts), on: since });
  if (reclassified && 'refused' in reclassified && reclassified.refused !== 'NOT_FOUND') throw new Error(`a change that was judged was refused: ${reclassified.refused}`);
}

async function correct(transaction: WriteTransaction, context: RequestContext, actor: Actor, input: CorrectionInput): Promise<Outcome> {
  const scope = scopeOf(transaction, actor);
  const person = input.personId ? (await findPeopleById(scope, [input.personId])).get(input.personId) : undefined;
  if (!person) return refuse('NOT_FOUND', 'person');
  const today = todayOf(actor.lastDataOn, dayInVietNam(context.now()));
  if (person.version !== input.expectedVersion) return quicker(input, person);
  const facts = readFacts(input.facts, person, await findFirstDay(scope, person.id, today));
  if ('refused' in facts) return facts;
  if (Object.keys(facts).length === 0) return refuse('NOTHING_CHANGES', 'person');
  const reason = readText(input.reason, 'note');
  if (reason === null) return { refused: refuseText(input.reason, 'note', 'reason') };
  if (reason === '' && !input.dryRun) return refuse('FACT_MISSING', 'reason');
  const since = Object.keys(livingFacts(facts)).length === 0 ? null : input.since;
  if (since !== null && since > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'since', limit: { until: today } } };

  const draft = { personId: person.id, expectedVersion: input.expectedVersion, facts, since, reason, recorderName: actor.displayName };
  // Holds the person from here on; nothing is written yet.
  const judged = await writeCorrection(transaction, draft, true);
  if ('refusal' in judged) {
    if (judged.refusal === 'VERSION_CONFLICT') return quicker(input, await standing(scope, person));
    return refuse(judged.refusal, judged.refusal === 'NUMBER_LOCKED' ? 'personalNumber' : 'person', person.id);
  }
  const living = since === null ? [] : await changeSince(transaction, person, facts, since);
  if ('code' in living) return { refused: living };
  const meetings = facts.birthDate === undefined ? [] : await findMeetingsOf(scope, [person.id]);
  const corrected = {
    personId: person.id,
    changes: [...judged.changes.map((change) => ({ ...change, since: null })), ...living],
    warnings: ageWarningsOf(facts.birthDate ?? person.birthDate, meetings),
  };
  if (input.dryRun) return corrected;
  const taken = facts.personalNumber === undefined ? null : await refuseNumber(transaction, context, actor, person.id, facts.personalNumber);
  if (taken) return { refused: taken };
  await write(transaction, draft);
  await insertAuditLines(transaction, { ...context, actor }, [{ action: 'person.correct', result: 'DONE', subjectKind: 'Person', subjectId: person.id }]);
  return corrected;
}

/** Corrects what is kept about a person of the scope, with a reason, for those who do the daily work. What was known on an earlier day stays as it was known. */
export async function correctPerson(context: RequestContext, input: CorrectionInput): Promise<Outcome> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Outcome> => {
    const { actor } = transaction;
    if (!actor) return refuse('SIGNED_OUT', 'person');
    const forbidden = cannotCorrect(actor);
    if (forbidden) return refuse(forbidden, 'person');
    return await correct(transaction, context, actor, input);
  });
  await context.renew();
  return outcome;
}
