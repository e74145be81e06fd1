import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { DocumentKind, DocumentWarning } from '@banyan/schema/records';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { DocumentKindEnum, DocumentWarningEnum } from '../../../platform/record-enums.ts';
import { PageInfoType } from '../../organisation/index.ts';
import { RecordType } from './record-types.ts';

@ObjectType('Document', { implements: RecordType, description: 'A document in the register of a unit: a resolution, a directive, a plan.' })
export class DocumentType extends RecordType {
  @Field(() => DocumentKindEnum, { description: 'What it is.' }) kind!: DocumentKind;
  @Field(() => String, { description: 'Its number as it is written: a text, such as 6a or 28-NQ/TU.' }) number!: string;
  @Field(() => DateScalar, { description: 'Day of issue.' }) issuedOn!: Day;
  @Field(() => String, { description: 'What it is about.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Who issued it, where the unit did not: a central body. Null where the unit did.' }) issuer!: string | null;
  @Field(() => Boolean, { description: 'Whether the units below see it.' }) isHandedDown!: boolean;
  @Field(() => [DocumentWarningEnum], { description: 'What looks wrong about it.' }) warnings!: DocumentWarning[];
}

@ObjectType('DocumentEdge', { description: 'A document in a list.' })
export class DocumentEdgeType {
  @Field(() => DocumentType, { description: 'The document.' }) node!: DocumentType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('DocumentConnection', { description: 'A page of documents.' })
export class DocumentConnectionType {
  @Field(() => [DocumentEdgeType], { description: 'The rows with their cursors.' }) edges!: DocumentEdgeType[];
  @Field(() => [DocumentType], { description: 'The rows.' }) nodes!: DocumentType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@InputType('RegisterDocumentInput', { description: 'A document to be entered in the register of a unit.' })
export class RegisterDocumentInput {
  @Field(() => ID, { description: 'Id of the unit that issued it, or that follows it.' }) unit!: string;
  @Field(() => DocumentKindEnum, { description: 'What it is.' }) kind!: DocumentKind;
  @Field(() => String, { description: 'Its number as it is written.' }) number!: string;
  @Field(() => DateScalar, { description: 'Day of issue.' }) issuedOn!: Day;
  @Field(() => String, { description: 'What it is about.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Who issued it, where the unit did not.' }) issuer?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the document that it implements.' }) implements?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the units below see it.' }) isHandedDown!: boolean;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day enter no second document.' }) idempotencyKey!: string;
}

@InputType('ChangeDocumentInput', { description: 'What the register is to say of a document: all of it.' })
export class ChangeDocumentInput {
  @Field(() => ID, { description: 'Id of the document.' }) document!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DocumentKindEnum, { description: 'What it is.' }) kind!: DocumentKind;
  @Field(() => String, { description: 'Its number as it is written.' }) number!: string;
  @Field(() => DateScalar, { description: 'Day of issue.' }) issuedOn!: Day;
  @Field(() => String, { description: 'What it is about.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Who issued it, where the unit did not.' }) issuer?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the document that it implements.' }) implements?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the units below see it.' }) isHandedDown!: boolean;
}
