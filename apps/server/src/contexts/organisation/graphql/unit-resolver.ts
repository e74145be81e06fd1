import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Language, UnitOrder } from '@banyan/schema/enums';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import { dayInVietNam, earlier } from '../../../kernel/day.ts';
import { decodeIdIfGiven } from '../../../kernel/ids.ts';
import { Refused } from '../../../kernel/refused.ts';
import { LanguageEnum, UnitOrderEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import type { UnitKind } from '../domain/unit.ts';
import type { KindCount } from '../persistence/unit-details.ts';
import { listUnits } from '../persistence/unit-reads.ts';
import * as loaders from './unit-loaders.ts';
import {
  DatedNameType,
  DatedParentType,
  KindCountType,
  SuccessionType,
  TermType,
  UnitConnectionType,
  UnitCountsType,
  UnitFilterInput,
  UnitKindType,
  UnitStubType,
  UnitType,
} from './unit-types.ts';
import { connectionOf, stubValue, unitValue, type UnitValue } from './unit-values.ts';

/** The day that a unit's answers stand at: `asOf`, or today, but never past a historical province's last day of data. */
export function dayFor(context: RequestContext, unit: UnitValue, asOf: Day | null | undefined): Day {
  const today = todayOf(unit.lastDataOn, dayInVietNam(context.now()));
  return asOf ? earlier(asOf, today) : today;
}

@ArgsType()
class ChildrenArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The tree of this day; today (or the last day of data) where absent.' }) asOf?: Day | null;
  @Field(() => UnitOrderEnum, { defaultValue: 'TREE', description: 'Order of the list.' }) orderBy!: UnitOrder;
  @Field(() => Int, { description: 'Size of the page, 1 to 500.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

@ArgsType()
class UnitsArgs {
  @Field(() => DateScalar, { nullable: true, description: 'Units that existed on this day; today (or the last day of data) where absent.' }) asOf?: Day | null;
  @Field(() => UnitFilterInput, { nullable: true, description: 'Which units.' }) filter?: UnitFilterInput | null;
  @Field(() => UnitOrderEnum, { defaultValue: 'TREE', description: 'Order of the list.' }) orderBy!: UnitOrder;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

const asOfDescription = 'On this day; today (or the last day of data) where absent.';

@Resolver(() => UnitType)
export class UnitResolver {
  @Query(() => UnitType, { nullable: true, description: 'The unit with that id or that code; null outside the scope.' })
  async unit(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { nullable: true, description: 'Opaque id.' }) id?: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Code of the unit.' }) code?: string | null,
  ) {
    if ((id ?? null) === null && (code ?? null) === null) throw new Refused('BAD_USER_INPUT', 'id');
    const uuid = decodeIdIfGiven('Unit', id);
    if (uuid === undefined) return null;
    const unit = typeof code === 'string' ? await loaders.loadUnitByCode(context, code, info) : uuid && (await loaders.loadUnit(context, uuid));
    return unit && (!uuid || unit.id === uuid) ? unitValue(unit) : null;
  }

  @Query(() => UnitConnectionType, { description: 'Units of the scope.' })
  async units(@Ctx() context: RequestContext, @Args(() => UnitsArgs) args: UnitsArgs) {
    const scope = await context.scope();
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, 'TEXT');
    const today = todayOf(scope.actor.lastDataOn, dayInVietNam(context.now()));
    const day = args.asOf ? earlier(args.asOf, today) : today;
    const under = decodeIdIfGiven('Unit', args.filter?.under);
    if (under === undefined) return connectionOf(pageOf<never>([], first, 0, after !== null), unitValue);
    const { search = null, kind = null, tier = null } = args.filter ?? {};
    const { units, totalCount } = await listUnits(scope, { under, search: search || null, kind, tier }, { day, orderBy: args.orderBy, first, after });
    const rows = units.map(({ unit, key }) => ({ row: unit, cursor: [key, unit.id] as const }));
    return connectionOf(pageOf(rows, first, totalCount, after !== null), unitValue);
  }

  @FieldResolver(() => String, { description: 'Name on a day.' })
  name(
    @Root() unit: UnitValue,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The name in force on this day; the present one where absent.' }) asOf?: Day | null,
  ) {
    return resolveUnitName(unit, { asOf }, context);
  }

  @FieldResolver(() => [DatedNameType], { description: 'All names, oldest first.' })
  async names(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    return await loaders.loadNames(context, unit.unit.id);
  }

  @FieldResolver(() => [String], { description: 'Other names by which the unit is known.' })
  async aliases(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    return await loaders.loadAliases(context, unit.unit.id);
  }

  @FieldResolver(() => [TermType], { description: 'Terms of office, oldest first.' })
  async terms(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    const terms = await loaders.loadTerms(context, unit.unit.id);
    return terms.map((term) => ({ ordinal: term.ordinal, label: term.label, startsOn: term.from, endsOn: term.to }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Type of the unit on a day: a key of UNIT_TYPE.' })
  async unitType(
    @Root() unit: UnitValue,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfDescription }) asOf?: Day | null,
  ) {
    return (await loaders.loadProfile(context, unit.unit.id, dayFor(context, unit, asOf)))?.unitType ?? null;
  }

  @FieldResolver(() => [String], { description: 'Areas of the unit on a day: keys of AREA.' })
  async areas(
    @Root() unit: UnitValue,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfDescription }) asOf?: Day | null,
  ) {
    return (await loaders.loadProfile(context, unit.unit.id, dayFor(context, unit, asOf)))?.areas ?? [];
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit directly above on a day; null for a root and where the reader may not know it.' })
  async parent(
    @Root() unit: UnitValue,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfDescription }) asOf?: Day | null,
  ) {
    const parent = await loaders.loadParent(context, unit.unit.id, dayFor(context, unit, asOf));
    return parent ? stubValue(parent) : null;
  }

  @FieldResolver(() => [DatedParentType], { description: 'The units that were directly above, oldest first, with their days.' })
  async parents(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    const parents = await loaders.loadParents(context, unit.unit.id);
    return parents.map(({ unit: parent, from, to }) => ({ unit: parent && stubValue(parent), from, to }));
  }

  @FieldResolver(() => [SuccessionType], { description: 'The units of the scope that this one took over from, oldest first.' })
  async predecessors(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    const successions = await loaders.loadSuccessions(context, unit.unit.id, 'predecessors');
    return successions.map(({ unit: other, on }) => ({ unit: other && stubValue(other), on }));
  }

  @FieldResolver(() => [SuccessionType], { description: 'The units that took over from this one, the one that counts its past first.' })
  async successors(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    const successions = await loaders.loadSuccessions(context, unit.unit.id, 'successors');
    return successions.map(({ unit: other, on }) => ({ unit: other && stubValue(other), on }));
  }

  @FieldResolver(() => [UnitStubType], { description: 'The units above on a day, from the root down.' })
  async ancestors(
    @Root() unit: UnitValue,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfDescription }) asOf?: Day | null,
  ) {
    return (await loaders.loadAncestors(context, unit.unit.id, dayFor(context, unit, asOf))).map(stubValue);
  }

  @FieldResolver(() => UnitConnectionType, { description: 'Direct children on a day.' })
  async children(@Root() unit: UnitValue, @Ctx() context: RequestContext, @Args(() => ChildrenArgs) args: ChildrenArgs) {
    const first = checkedFirst(args.first, 500);
    const day = dayFor(context, unit, args.asOf);
    return connectionOf(await loaders.loadChildren(context, unit.unit.id, { day, orderBy: args.orderBy, first, after: args.after ?? null }), unitValue);
  }

  @FieldResolver(() => UnitCountsType, { description: 'How many units stand below on a day.' })
  counts(
    @Root() unit: UnitValue,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfDescription }) asOf?: Day | null,
  ): CountsValue {
    return { unitId: unit.unit.id, day: dayFor(context, unit, asOf) };
  }
}

/** Of which unit, and on which day, is counted: direct children are found quickly, the units of a subtree are not. */
interface CountsValue {
  readonly unitId: string;
  readonly day: Day;
}

function countOf(counts: readonly KindCount[], isCounted: (kind: UnitKind) => boolean): number {
  return counts.reduce((sum, { kind, count }) => (isCounted(kind) ? sum + count : sum), 0);
}

@Resolver(() => UnitCountsType)
export class UnitCountsResolver {
  @FieldResolver(() => Int, { description: 'Direct children.' })
  async children(@Root() { unitId, day }: CountsValue, @Ctx() context: RequestContext) {
    return countOf(await loaders.loadChildrenByKind(context, unitId, day), () => true);
  }

  @FieldResolver(() => [KindCountType], { description: 'Direct children by kind.' })
  async childrenByKind(@Root() { unitId, day }: CountsValue, @Ctx() context: RequestContext) {
    return await loaders.loadChildrenByKind(context, unitId, day);
  }

  @FieldResolver(() => [KindCountType], { description: 'Units of the subtree by kind, the unit itself included.' })
  async unitsByKind(@Root() { unitId, day }: CountsValue, @Ctx() context: RequestContext) {
    return await loaders.loadUnitsByKind(context, unitId, day);
  }

  @FieldResolver(() => Int, { description: 'Grassroots organisations in the subtree, the unit itself included.' })
  async grassrootsOrganisations(@Root() { unitId, day }: CountsValue, @Ctx() context: RequestContext) {
    return countOf(await loaders.loadUnitsByKind(context, unitId, day), ({ isGrassrootsOrganisation }) => isGrassrootsOrganisation);
  }

  @FieldResolver(() => Int, { description: 'Units that hold members in the subtree, the unit itself included.' })
  async cells(@Root() { unitId, day }: CountsValue, @Ctx() context: RequestContext) {
    return countOf(await loaders.loadUnitsByKind(context, unitId, day), ({ holdsMembers }) => holdsMembers);
  }
}

/** Resolves `Unit.name`. */
export function resolveUnitName(unit: UnitValue, { asOf }: { asOf?: Day | null | undefined }, context: RequestContext): string | Promise<string> {
  return asOf ? findName(context, unit, asOf) : unit.unit.name;
}

async function findName(context: RequestContext, unit: UnitValue, day: Day): Promise<string> {
  const names = await loaders.loadNames(context, unit.unit.id);
  return names.find((name) => name.from <= day && (name.to === null || day <= name.to))?.name ?? unit.unit.name;
}

@Resolver(() => UnitKindType)
export class UnitKindResolver {
  @FieldResolver(() => String, { description: 'Name of the kind.' })
  name(@Root() kind: UnitKind, @Arg('language', () => LanguageEnum, { defaultValue: 'VI', description: 'Language of the name.' }) language: Language) {
    return language === 'VI' ? kind.nameVi : kind.nameEn;
  }

  @FieldResolver(() => String, { description: 'What the configuration calls this level.' })
  tierLabel(@Root() kind: UnitKind, @Arg('language', () => LanguageEnum, { defaultValue: 'VI', description: 'Language of the label.' }) language: Language) {
    return language === 'VI' ? kind.tierLabelVi : kind.tierLabelEn;
  }
}
