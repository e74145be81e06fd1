import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { MemberState } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import { MemberStateEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { NodeType, PageInfoType, UnitType } from '../../organisation/index.ts';

@ObjectType('Person', { implements: NodeType, description: 'A member of the scope, or someone who was one.' })
export class PersonType extends NodeType {
  @Field(() => Int, { description: 'Goes up with every correction: a correction names the version that it was made for.' }) version!: number;
  @Field(() => String, { description: 'Full name as written.' }) fullName!: string;
  @Field(() => DateScalar, { description: 'Date of birth.' }) birthDate!: Day;
  @Field(() => String, { description: 'Key of GENDER.' }) gender!: string;
  @Field(() => MemberStateEnum, { description: 'Where the person stands.' }) state!: MemberState;
  @Field(() => String, { description: 'Key of OCCUPATION.' }) occupation!: string;
  @Field(() => String, { description: 'Key of ENTERPRISE_RELATION.' }) enterpriseRelation!: string;
  @Field(() => String, { description: 'General education: key of EDUCATION.' }) education!: string;
  @Field(() => String, { description: 'Key of YOUTH_UNION.' }) youthUnion!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the decision to admit: party age counts from it.' }) admissionDecidedOn!: Day | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Date of the ceremony: entry date, and the date by which the admission counts.',
  }) ceremonyOn!: Day | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Ceremony plus 12 months, whatever the date of the decision: rights as an official member begin.',
  }) officialOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the decision to recognise.' }) recognitionDecidedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date on which membership ended.' }) leftOn!: Day | null;
}

@ObjectType('PersonEdge', { description: 'A person in a list.' })
export class PersonEdgeType {
  @Field(() => PersonType, { description: 'The person.' }) node!: PersonType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('PersonConnection', { description: 'A page of people.' })
export class PersonConnectionType {
  @Field(() => [PersonEdgeType], { description: 'The rows with their cursors.' }) edges!: PersonEdgeType[];
  @Field(() => [PersonType], { description: 'The rows.' }) nodes!: PersonType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@InputType('PersonFilter', { description: 'Which people to list. All conditions hold together.' })
export class PersonFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only people in the subtree of this unit.' }) under?: string | null;
  @Field(() => String, { nullable: true, description: 'Beginnings of words of the name, in any order; marks and case do not matter.' }) search?: string | null;
  @Field(() => [MemberStateEnum], { nullable: true, description: 'Only people in one of these states.' }) states?: MemberState[] | null;
}

/** What stands behind a figure: a person, or a unit where the figure counts units. */
export const EvidenceSubject = createUnionType({
  name: 'EvidenceSubject',
  description: 'Who or what stands behind a figure.',
  types: () => [PersonType, UnitType] as const,
});
