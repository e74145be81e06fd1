import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { TransferState } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql-scalars.ts';
import { TransferStateEnum } from '../../../platform/lifecycle-enums.ts';
import { TimelineStepType } from './candidacy-types.ts';
import { CorrectionType } from './personal-types.ts';
import { TransferType } from './transfer-types.ts';

@ObjectType('TransferEvent', { simpleResolvers: true, description: 'What happened to a letter of transfer: it was issued, accepted, cancelled, or the temporary transfer ended.' })
export class TransferEventType {
  @Field(() => TransferStateEnum, { description: 'What the letter became.' }) becomes!: TransferState;
  @Field(() => DateScalar, { description: 'Day on which it happened.' }) on!: Day;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded; null where that is not on record, and of an acceptance that the viewer does not see from the side of the new unit.' }) notedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who recorded it; null where the viewer does not know it from the letter.' }) notedBy!: string | null;
  @Field(() => TransferType, { description: 'The letter, as the viewer sees it.' }) transfer!: TransferType;
}

export const TimelineEvent = createUnionType({
  name: 'TimelineEvent',
  description: 'An event of the timeline of a person: a line of a way, something that happened to a letter of transfer, or a correction, which stands on the day of its recording.',
  types: () => [TimelineStepType, TransferEventType, CorrectionType] as const,
});
