import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Language } from '@banyan/schema/enums';
import { enPersonal } from '@banyan/schema/texts/en-personal';
import { viPersonal } from '@banyan/schema/texts/vi-personal';
import { decodeIdOf } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { correctPerson } from '../application/correct-person.ts';
import { recordMark, takeBackMark } from '../application/keep-marks.ts';
import type { Facts, PersonRefusal } from '../domain/correction.ts';
import { loadPersonValue } from './person-resolver.ts';
import * as types from './personal-types.ts';
import { sentenceOf } from './refusal-sentence.ts';

function refusedValue({ code, field, conflict, limit, personId }: PersonRefusal) {
  const sentence = (language: Language) => sentenceOf({ code, field, limit }, language, (language === 'VI' ? viPersonal : enPersonal).refusals[code]);
  return Object.assign(new types.PersonRefusedType(), { code, field, conflict: conflict ?? null, limit: limit ?? null, personId, sentence });
}

async function personAsItStands(context: RequestContext, personId: string) {
  const person = await loadPersonValue(context, personId);
  if (!person) throw new Error('the person was changed and is not there');
  return person;
}

async function marked(context: RequestContext, outcome: { readonly personId: string } | { readonly refused: PersonRefusal }) {
  return 'refused' in outcome ? refusedValue(outcome.refused) : Object.assign(new types.PersonMarkedType(), { person: await personAsItStands(context, outcome.personId) });
}

/** The fields that were sent. */
function factsOf({ fullName, birthDate, gender, occupation, enterpriseRelation, education, youthUnion, personalNumber }: types.CorrectPersonInput): Facts {
  const sent = { fullName, birthDate, gender, occupation, enterpriseRelation, education, youthUnion, personalNumber };
  return Object.fromEntries(Object.entries(sent).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])));
}

@Resolver()
export class PersonalMutations {
  @Mutation(() => types.CorrectPersonResult, {
    description: 'Corrects what is kept about a person, with a reason. Today’s figures of the past follow; what was known on an earlier day stays as it was known.',
  })
  async correctPerson(@Ctx() context: RequestContext, @Arg('input', () => types.CorrectPersonInput, { description: 'Whose, and what.' }) input: types.CorrectPersonInput) {
    const { person, expectedVersion, since = null, reason, dryRun } = input;
    const outcome = await correctPerson(context, { personId: decodeIdOf('Person', person), expectedVersion, since, reason, dryRun, facts: factsOf(input) });
    if ('refused' in outcome) return refusedValue(outcome.refused);
    const { personId, changes, warnings } = outcome;
    return Object.assign(new types.PersonCorrectedType(), { person: await personAsItStands(context, personId), isWritten: !dryRun, changes, warnings });
  }

  @Mutation(() => types.MarkResult, { description: 'Notes an achievement, an exemption or a suspension of a person, or puts one right or ends it. No count changes.' })
  async recordMark(@Ctx() context: RequestContext, @Arg('input', () => types.RecordMarkInput, { description: 'Whose, and what.' }) input: types.RecordMarkInput) {
    const { person, replaces, until = null, ...rest } = input;
    // An id that names nothing is not the same as none.
    const replaced = replaces === null || replaces === undefined ? undefined : decodeIdOf('Mark', replaces);
    return await marked(context, await recordMark(context, { ...rest, until, replaces: replaced, personId: decodeIdOf('Person', person) }));
  }

  @Mutation(() => types.MarkResult, { description: 'Takes back a mark of a person, for a reason. The line stays on record.' })
  async takeBackMark(@Ctx() context: RequestContext, @Arg('input', () => types.TakeBackMarkInput, { description: 'Whose, which, and why.' }) input: types.TakeBackMarkInput) {
    const { person, mark, reason } = input;
    return await marked(context, await takeBackMark(context, { reason, markId: decodeIdOf('Mark', mark), personId: decodeIdOf('Person', person) }));
  }
}
