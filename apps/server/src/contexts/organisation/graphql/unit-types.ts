import { Field, ID, InputType, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Tier } from '@banyan/schema/enums';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { TierEnum } from '../../../platform/graphql-enums.ts';
import type { Day } from '../../../kernel/day.ts';

@InterfaceType('Node', { description: 'Anything that has an opaque, stable id.' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque id: stable across renamings, moves and merges.' }) id!: string;
}

@ObjectType('UnitKind', { simpleResolvers: true, description: 'A kind of unit. Kinds are data of a configuration, not code.' })
export class UnitKindType {
  @Field(() => String, { description: 'Code of the kind.' }) code!: string;
  @Field(() => TierEnum, { description: 'Working level of units of this kind.' }) tier!: Tier;
  @Field(() => Boolean, { description: 'Whether a unit of this kind counts as a grassroots organisation.' }) isGrassrootsOrganisation!: boolean;
  @Field(() => Boolean, { description: 'Whether members belong directly to a unit of this kind: a cell.' }) holdsMembers!: boolean;
}

@ObjectType('UnitStub', { simpleResolvers: true, description: 'What a reader may know of a unit above the scope: no figures, no people, no neighbours.' })
export class UnitStubType {
  @Field(() => ID, { description: 'Opaque id of the unit.' }) id!: string;
  @Field(() => String, { description: 'Code of the unit.' }) code!: string;
  @Field(() => String, { description: 'Name in force.' }) name!: string;
  @Field(() => UnitKindType, { description: 'Kind of the unit.' }) kind!: UnitKindType;
  @Field(() => TierEnum, { description: 'Working level of the unit.' }) tier!: Tier;
}

@ObjectType('DatedName', { description: 'A name with the days on which it was in force.' })
export class DatedNameType {
  @Field(() => String, { description: 'The name.' }) name!: string;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while in force.' }) to!: Day | null;
}

@ObjectType('DatedParent', { simpleResolvers: true, description: 'A unit directly above with the days on which it was.' })
export class DatedParentType {
  @Field(() => UnitStubType, { nullable: true, description: 'The unit; null where the reader may not know it.' }) unit!: UnitStubType | null;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it is.' }) to!: Day | null;
}

@ObjectType('Succession', { simpleResolvers: true, description: 'One unit taking over from another: by a merger or when it closed.' })
export class SuccessionType {
  @Field(() => UnitStubType, { nullable: true, description: 'The other unit; null where the reader may not know it.' }) unit!: UnitStubType | null;
  @Field(() => DateScalar, { description: 'First day on which the successor stood in its place.' }) on!: Day;
}

@ObjectType('Term', { description: 'A term of office of a unit (nhiệm kỳ).' })
export class TermType {
  @Field(() => Int, { description: 'Ordinal of the congress.' }) ordinal!: number;
  @Field(() => String, { description: 'Years by which the term is named, such as 2020–2025.' }) label!: string;
  @Field(() => DateScalar, { description: 'First day.' }) startsOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day, where it is known.' }) endsOn!: Day | null;
}

@ObjectType('KindCount', { description: 'Units of one kind.' })
export class KindCountType {
  @Field(() => UnitKindType, { description: 'The kind.' }) kind!: UnitKindType;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@ObjectType('UnitCounts', { description: 'How many units stand below a unit on a day.' })
export class UnitCountsType {}

@ObjectType('Unit', { simpleResolvers: true, implements: NodeType, description: 'A party organisation inside the reader\'s scope: any node of the tree.' })
export class UnitType extends NodeType {
  @Field(() => String, { description: 'Code, unique and stable.' }) code!: string;
  @Field(() => UnitKindType, { description: 'Kind of the unit.' }) kind!: UnitKindType;
  @Field(() => TierEnum, { description: 'Working level of the unit.' }) tier!: Tier;
  @Field(() => DateScalar, { description: 'Day of foundation.' }) foundedOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer exists; null while it does.' }) closedOn!: Day | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of data of a historical province: its periods and `asOf` default to it.',
  }) lastDataOn!: Day | null;
}

@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether rows follow.' }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether the page was asked after a row.' }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row.' }) startCursor!: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row: pass it as `after` for the next page.' }) endCursor!: string | null;
}

@ObjectType('UnitEdge', { simpleResolvers: true, description: 'A unit in a list.' })
export class UnitEdgeType {
  @Field(() => UnitType, { description: 'The unit.' }) node!: UnitType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('UnitConnection', { simpleResolvers: true, description: 'A page of units.' })
export class UnitConnectionType {
  @Field(() => [UnitEdgeType], { description: 'The rows with their cursors.' }) edges!: UnitEdgeType[];
  @Field(() => [UnitType], { description: 'The rows.' }) nodes!: UnitType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@InputType('UnitFilter', { description: 'Which units to list. All conditions hold together.' })
export class UnitFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only units in the subtree of this unit on the day, itself included.' }) under?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the name (marks and case do not matter) or of the code.' }) search?: string | null;
  @Field(() => String, { nullable: true, description: 'Only units of this kind.' }) kind?: string | null;
  @Field(() => TierEnum, { nullable: true, description: 'Only units of this level.' }) tier?: Tier | null;
}
