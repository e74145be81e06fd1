import { Arg, Args, ArgsType, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import { stageOf, candidacyStates, stages, type CandidacyOrder, type CandidacyState, type Stage } from '@banyan/schema/lifecycle';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import { decodeIdIfGiven, decodeIdOf } from '../../../kernel/ids.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { CandidacyOrderEnum, CandidacyStateEnum, StageEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { connectionOf } from '../../organisation/index.ts';
import { checkedSearch } from './checked-search.ts';
import { countStages, listCandidacies, type CandidacyFilter, type CandidacyPage } from '../persistence/candidacy-reads.ts';
import type { Candidacy } from '../persistence/candidacy-row.ts';
import * as types from './candidacy-types.ts';
import { candidacyValue, loadCandidacy, viewerToday } from './candidacy-values.ts';

@InputType('CandidacyFilter', { description: 'Which candidacies. All conditions hold together.' })
export class CandidacyFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only candidacies in the subtree of this unit.' }) under?: string | null;
  @Field(() => String, { nullable: true, description: 'Beginnings of words of the name, in any order; marks and case do not matter.' }) search?: string | null;
  @Field(() => [StageEnum], { nullable: true, description: 'Only those at these stages.' }) stages?: Stage[] | null;
  @Field(() => [CandidacyStateEnum], { nullable: true, description: 'Only those in these states.' }) states?: CandidacyState[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose limit has run out.' }) isOverdue?: boolean | null;
  @Field(() => DateScalar, { nullable: true, description: 'Only those whose limit runs out on this day or later.' }) dueFrom?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Only those whose limit runs out on this day or earlier.' }) dueUntil?: Day | null;
}

@ArgsType()
class CandidaciesArgs {
  @Field(() => CandidacyFilterInput, { nullable: true, description: 'Which candidacies.' }) filter?: CandidacyFilterInput | null;
  @Field(() => CandidacyOrderEnum, { defaultValue: 'GIVEN_NAME', description: 'Order of the list.' }) orderBy!: CandidacyOrder;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

/** The filter as the database asks it; null where it names a unit that is not there. */
function filterOf(input: CandidacyFilterInput | null | undefined, today: Day): CandidacyFilter | null {
  const under = decodeIdIfGiven('Unit', input?.under);
  if (under === undefined) return null;
  const ofStages = input?.stages && candidacyStates.filter((state) => input.stages?.includes(stageOf[state]));
  const states = input?.states && ofStages ? input.states.filter((state) => ofStages.includes(state)) : (input?.states ?? ofStages ?? null);
  const until = input?.dueUntil ? addDays(input.dueUntil, 1) : null;
  const dueBefore = input?.isOverdue ? (until !== null && until < today ? until : today) : until;
  return { under, search: checkedSearch(input?.search), states, dueBefore, dueFrom: input?.dueFrom ?? null };
}

const nobody: CandidacyPage = { rows: [], totalCount: 0 };

function connection({ rows, totalCount }: CandidacyPage, first: number, after: boolean) {
  const page = rows.map(({ candidacy, key }) => ({ row: candidacy, cursor: [key, candidacy.id] as const }));
  return connectionOf<Candidacy, ReturnType<typeof candidacyValue>>(pageOf(page, first, totalCount, after), candidacyValue);
}

@Resolver()
export class CandidacyQueries {
  @Query(() => types.CandidacyType, { nullable: true, description: 'One candidacy; null outside the scope. Reading it leaves a line in the audit log.' })
  async candidacy(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Opaque id.' }) id: string) {
    const uuid = decodeIdOf('Candidacy', id);
    const candidacy = uuid && (await loadCandidacy(context, uuid));
    if (!candidacy) return null;
    context.audit({ action: 'person.read', result: 'DONE', subjectKind: 'Person', subjectId: candidacy.personId });
    return candidacyValue(candidacy);
  }

  @Query(() => types.CandidacyConnectionType, { description: 'Candidacies of the scope.' })
  async candidacies(@Ctx() context: RequestContext, @Args(() => CandidaciesArgs) args: CandidaciesArgs) {
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, args.orderBy === 'GIVEN_NAME' ? 'TEXT' : 'DAY');
    const filter = filterOf(args.filter, await viewerToday(context));
    const page = filter ? await listCandidacies(await context.scope(), filter, { orderBy: args.orderBy, first, after }) : nobody;
    if (page.totalCount > 0 || filter?.search) context.auditOnce({ action: 'person.list', result: 'DONE' });
    return connection(page, first, after !== null);
  }

  @Query(() => [types.StageCountType], { description: 'The stages in their order, with how many candidacies of the scope stand at each.' })
  async stageCounts(
    @Ctx() context: RequestContext,
    @Arg('filter', () => CandidacyFilterInput, { nullable: true, description: 'Which candidacies.' }) input: CandidacyFilterInput | null,
  ) {
    const today = await viewerToday(context);
    const filter = filterOf(input, today);
    if (filter?.search) context.auditOnce({ action: 'person.list', result: 'DONE' });
    const counts = filter ? await countStages(await context.scope(), filter, today) : [];
    return stages.map((stage) => counts.find((count) => count.stage === stage) ?? { stage, count: 0, overdue: 0, medianDays: null });
  }
}
