import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { PersonOrder } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import { dayInVietNam } from '../../../kernel/day.ts';
import { decodeId, decodeIdIfGiven, decodeIdOf, encodeId } from '../../../kernel/ids.ts';
import { PersonOrderEnum } from '../../../platform/graphql-enums.ts';
import { Refused } from '../../../kernel/refused.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { isAllowed } from '../../access/index.ts';
import { CandidacyRefusalCodeEnum } from '../../../platform/lifecycle-enums.ts';
import { EvidenceItemType, type EvidenceValue } from '../../ledger/index.ts';
import { connectionOf, loadAncestors, loadStub, loadUnit, NodeType, stubValue, unitNode, unitValue, UnitStubType, UnitType } from '../../organisation/index.ts';
import { cannotTakeUp } from '../application/may-begin.ts';
import type { Person } from '../domain/person.ts';
import { findPeopleById, listPeople } from '../persistence/person-reads.ts';
import { CandidacyType } from './candidacy-types.ts';
import { candidacyValue, isAtClosedUnit, loadCandidacy, loadCandidacyOf } from './candidacy-values.ts';
import { checkedSearch } from './checked-search.ts';
import { readTransfer } from './transfer-values.ts';
import { EvidenceSubject, PersonConnectionType, PersonFilterInput, PersonType } from './person-types.ts';

/** A person as its resolvers pass it on. */
interface PersonValue extends Omit<Person, 'id' | 'unitId'> {
  readonly id: string;
  readonly person: Person;
}

function personValue(person: Person): PersonValue {
  return { ...person, id: encodeId('Person', person.id), person };
}

/** A person of the scope, by row id. */
export async function loadPerson(context: RequestContext, id: string): Promise<Person | null> {
  const loader = context.loader<string, Person | null>('person', async (ids) => {
    const found = await findPeopleById(await context.scope(), ids);
    return ids.map((key) => found.get(key) ?? null);
  });
  return await loader.load(id);
}

/** A person of the scope as the API shows it, without a line in the audit log: lists have one of their own. */
export async function loadPersonValue(context: RequestContext, id: string): Promise<PersonType | null> {
  const person = await loadPerson(context, id);
  return person && Object.assign(new PersonType(), personValue(person));
}

/** One person's data, with a line in the audit log. */
async function readPerson(context: RequestContext, id: string): Promise<PersonValue | null> {
  const person = await loadPerson(context, id);
  if (!person) return null;
  context.audit({ action: 'person.read', result: 'DONE', subjectKind: 'Person', subjectId: person.id });
  return personValue(person);
}

async function readNode(context: RequestContext, id: string): Promise<object | null> {
  const decoded = decodeId(id);
  const { actor } = await context.scope();
  if (decoded?.type === 'Unit') {
    const unit = await loadUnit(context, decoded.uuid);
    return unit && unitNode(unit);
  }
  if (decoded?.type === 'Candidacy' && isAllowed(actor.role, 'candidacy.read')) {
    const candidacy = await loadCandidacy(context, decoded.uuid);
    if (candidacy) context.audit({ action: 'person.read', result: 'DONE', subjectKind: 'Person', subjectId: candidacy.personId });
    return candidacy && candidacyValue(candidacy);
  }
  if (decoded?.type === 'Transfer' && isAllowed(actor.role, 'transfer.read')) return await readTransfer(context, decoded.uuid);
  if (decoded?.type === 'Person' && isAllowed(actor.role, 'person.read')) {
    const person = await readPerson(context, decoded.uuid);
    return person && Object.assign(new PersonType(), person);
  }
  return null;
}

/** Why the viewer may not take up the way of a person, or null. */
async function refuseViewerTakingUp(context: RequestContext, person: Person): Promise<CandidacyRefusalCode | null> {
  const { actor } = await context.scope();
  const [candidacy, isAtClosed] = await Promise.all([loadCandidacyOf(context, person.id), isAtClosedUnit(context, person.unitId)]);
  return cannotTakeUp(actor, person, { hasWay: candidacy !== null, isAtClosedUnit: isAtClosed });
}

@ArgsType()
class PeopleArgs {
  @Field(() => PersonFilterInput, { nullable: true, description: 'Which people.' }) filter?: PersonFilterInput | null;
  @Field(() => PersonOrderEnum, { defaultValue: 'GIVEN_NAME', description: 'Order of the list.' }) orderBy!: PersonOrder;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

const mostNodes = 100;

@Resolver(() => PersonType)
export class PersonResolver {
  @Query(() => NodeType, { nullable: true, description: 'The unit, person, candidacy or letter of transfer with that id; null outside the scope and the role\'s rights.' })
  async node(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Opaque id.' }) id: string) {
    return await readNode(context, id);
  }

  @Query(
    () => [NodeType],
    { nullable: 'items', description: 'Units, people, candidacies and letters of transfer by id, in the order asked, at most 100; null in the place of what is not there.' },
  )
  async nodes(@Ctx() context: RequestContext, @Arg('ids', () => [ID], { description: 'Opaque ids.' }) ids: string[]) {
    if (ids.length > mostNodes) throw new Refused('LIMIT_PAGE_SIZE', 'ids');
    return await Promise.all(ids.map(async (id) => await readNode(context, id)));
  }

  @Query(() => PersonType, { nullable: true, description: 'One person; null outside the scope. Reading it leaves a line in the audit log.' })
  async person(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Opaque id.' }) id: string) {
    const uuid = decodeIdOf('Person', id);
    return uuid ? await readPerson(context, uuid) : null;
  }

  @Query(() => PersonConnectionType, { description: 'People of the scope.' })
  async people(@Ctx() context: RequestContext, @Args(() => PeopleArgs) args: PeopleArgs) {
    const scope = await context.scope();
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, args.orderBy === 'GIVEN_NAME' ? 'TEXT' : 'DAY');
    const under = decodeIdIfGiven('Unit', args.filter?.under);
    if (under === undefined) return connectionOf(pageOf<Person>([], first, 0, after !== null), personValue);
    const filter = { under, search: checkedSearch(args.filter?.search), states: args.filter?.states ?? null };
    const { people, totalCount } = await listPeople(scope, filter, { orderBy: args.orderBy, first, after });
    if (totalCount > 0 || filter.search !== null) context.audit({ action: 'person.list', result: 'DONE' });
    const rows = people.map(({ person, key }) => ({ row: person, cursor: [key, person.id] as const }));
    return connectionOf(pageOf(rows, first, totalCount, after !== null), personValue);
  }

  @FieldResolver(() => UnitType, { description: 'The unit that the person belongs to, or last belonged to.' })
  async unit(@Root() { person }: PersonValue, @Ctx() context: RequestContext) {
    const unit = await loadUnit(context, person.unitId);
    return unit && unitValue(unit);
  }

  @FieldResolver(() => CandidacyType, { nullable: true, description: 'The latest way towards membership; null for somebody whose way is not on record.' })
  async candidacy(@Root() { person }: PersonValue, @Ctx() context: RequestContext) {
    const candidacy = await loadCandidacyOf(context, person.id);
    return candidacy && candidacyValue(candidacy);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may take up the way of the member, which is not on record: `takeUpMember`.' })
  async viewerCanTakeUp(@Root() { person }: PersonValue, @Ctx() context: RequestContext) {
    return (await refuseViewerTakingUp(context, person)) === null;
  }

  @FieldResolver(() => CandidacyRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not take it up.' })
  async viewerCannotTakeUpBecause(@Root() { person }: PersonValue, @Ctx() context: RequestContext) {
    return await refuseViewerTakingUp(context, person);
  }

  @FieldResolver(() => [UnitStubType], { description: 'The units above the person, from the root down, ending with the person\'s own.' })
  async ancestors(@Root() { person }: PersonValue, @Ctx() context: RequestContext) {
    const { actor } = await context.scope();
    const above = await loadAncestors(context, person.unitId, todayOf(actor.lastDataOn, dayInVietNam(context.now())));
    const own = await loadStub(context, person.unitId);
    return [...above, ...(own ? [own] : [])].map(stubValue);
  }
}

@Resolver(() => EvidenceItemType)
export class EvidenceSubjectResolver {
  @FieldResolver(() => EvidenceSubject, { nullable: true, description: 'The person or unit; null where it is counted and not shown.' })
  async subject(@Root() { row }: EvidenceValue, @Ctx() context: RequestContext) {
    if (row.subjectKind === 'UNIT') {
      const unit = await loadUnit(context, row.subjectId);
      return unit && unitNode(unit);
    }
    const person = await loadPerson(context, row.subjectId);
    // One line for the list, as for any list of people: the page of one person has a line of its own.
    if (person) context.auditOnce({ action: 'person.listEvidence', result: 'DONE' });
    return person && Object.assign(new PersonType(), personValue(person));
  }
}
