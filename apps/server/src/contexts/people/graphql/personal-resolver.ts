import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { PersonRefusalCode } from '@banyan/schema/personal';
import type { Actor } from '../../../kernel/actor.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { CandidacyRefusalCodeEnum, MarkKindEnum, PersonRefusalCodeEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import { isAllowed } from '../../access/index.ts';
import { cannotCorrect, cannotMark, cannotUnlock } from '../application/may-keep.ts';
import { ageWarningsOf } from '../domain/correction.ts';
import { lastsOn } from '../domain/mark.ts';
import type { Person } from '../domain/person.ts';
import { findCorrectionsOf, findMeetingsOf } from '../persistence/corrections.ts';
import { findMarksOf, type KeptMark } from '../persistence/mark-rows.ts';
import { countUnlocksToday } from '../persistence/sensitive.ts';
import { viewerToday } from './candidacy-values.ts';
import { loadPersonValue } from './person-resolver.ts';
import { PersonType } from './person-types.ts';
import * as types from './personal-types.ts';

/** What lies at each person of a page, read for all of them in one statement. */
async function loadOf<T extends { readonly personId: string }>(context: RequestContext, name: string, personId: string, find: (scope: Scope, ids: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const loader = context.loader<string, T[]>(name, async (ids) => {
    const found = await find(await context.scope(), ids);
    return ids.map((id) => found.filter((one) => one.personId === id));
  });
  return await loader.load(personId);
}

/** The exemption or suspension of a person that lasts today. */
export async function loadLastingMark(context: RequestContext, personId: string): Promise<KeptMark | null> {
  const [marks, today] = await Promise.all([loadOf(context, 'marks-of', personId, findMarksOf), viewerToday(context)]);
  return marks.find((mark) => lastsOn(mark, today)) ?? null;
}

/** The corrections of a person as the API shows them, the latest first. */
export async function loadCorrections(context: RequestContext, personId: string): Promise<types.CorrectionType[]> {
  return (await loadOf(context, 'corrections-of', personId, findCorrectionsOf)).map((line) => Object.assign(new types.CorrectionType(), line, { id: encodeId('Correction', line.id), changes: [...line.changes] }));
}

async function actorOf(context: RequestContext): Promise<Actor> {
  return (await context.scope()).actor;
}

/** Why the viewer may not unlock another person today, or null. */
async function cannotUnlockToday(context: RequestContext): Promise<CandidacyRefusalCode | null> {
  const scope = await context.scope();
  return cannotUnlock(scope.actor, await context.held('unlocks-today', async () => await countUnlocksToday(scope)));
}

@Resolver(() => PersonType)
export class PersonalResolver {
  @FieldResolver(() => [types.CorrectionType], { description: 'What was corrected, the latest first.' })
  async corrections(@Root() { person }: { readonly person: Person }, @Ctx() context: RequestContext) {
    return await loadCorrections(context, person.id);
  }

  @FieldResolver(() => [types.MarkType], { description: 'Achievements, exemptions and suspensions that stand, the latest first.' })
  async marks(@Root() { person }: { readonly person: Person }, @Ctx() context: RequestContext) {
    return (await loadOf(context, 'marks-of', person.id, findMarksOf)).map((mark) => ({ ...mark, id: encodeId('Mark', mark.id) }));
  }

  @FieldResolver(() => MarkKindEnum, { nullable: true, description: 'Whether the member is exempt or suspended today; null where neither.' })
  async lastingMark(@Root() { person }: { readonly person: Person }, @Ctx() context: RequestContext) {
    return (await loadLastingMark(context, person.id))?.kind ?? null;
  }

  @FieldResolver(() => [types.AgeWarningType], { description: 'Meetings on record that the date of birth makes questionable. They are told, not judged anew.' })
  async ageWarnings(@Root() { person }: { readonly person: Person }, @Ctx() context: RequestContext) {
    return ageWarningsOf(person.birthDate, await loadOf(context, 'meetings-of', person.id, findMeetingsOf));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may correct the person.' })
  async viewerCanCorrect(@Ctx() context: RequestContext) {
    return cannotCorrect(await actorOf(context)) === null;
  }

  @FieldResolver(() => PersonRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not correct the person.' })
  async viewerCannotCorrectBecause(@Ctx() context: RequestContext) {
    return cannotCorrect(await actorOf(context));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may note achievements, put marks right and take them back.' })
  async viewerCanMark(@Ctx() context: RequestContext) {
    return cannotMark(await actorOf(context)) === null;
  }

  @FieldResolver(() => PersonRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not.' })
  async viewerCannotMarkBecause(@Ctx() context: RequestContext) {
    return cannotMark(await actorOf(context));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may note that the person is exempt or suspended.' })
  async viewerCanMarkLasting(@Root() { person }: { readonly person: Person }, @Ctx() context: RequestContext) {
    return cannotMark(await actorOf(context), person.state) === null;
  }

  @FieldResolver(() => PersonRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not.' })
  async viewerCannotMarkLastingBecause(@Root() { person }: { readonly person: Person }, @Ctx() context: RequestContext) {
    return cannotMark(await actorOf(context), person.state);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may unlock ethnic group, religion and personal number: `unlockSensitive`.' })
  async viewerCanUnlock(@Ctx() context: RequestContext) {
    return (await cannotUnlockToday(context)) === null;
  }

  @FieldResolver(() => CandidacyRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not unlock them.' })
  async viewerCannotUnlockBecause(@Ctx() context: RequestContext) {
    return await cannotUnlockToday(context);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change ethnic group and religion while they are unlocked: `recordSensitive`.' })
  async viewerCanRecordSensitive(@Ctx() context: RequestContext) {
    return isAllowed((await actorOf(context)).role, 'sensitive.record');
  }

  @FieldResolver(() => PersonRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not change them.' })
  async viewerCannotRecordSensitiveBecause(@Ctx() context: RequestContext): Promise<PersonRefusalCode | null> {
    return isAllowed((await actorOf(context)).role, 'sensitive.record') ? null : 'FORBIDDEN_FOR_ROLE';
  }
}

@Resolver(() => types.PersonRefusedType)
export class PersonRefusedResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'The person as they stand, where another version was expected; the one who has the number, where it is somebody of the scope.' })
  async current(@Root() refused: { readonly personId?: string }, @Ctx() context: RequestContext) {
    const person = refused.personId ? await loadPersonValue(context, refused.personId) : null;
    if (person && refused.personId) context.audit({ action: 'person.read', result: 'DONE', subjectKind: 'Person', subjectId: refused.personId });
    return person;
  }
}
