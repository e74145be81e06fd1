import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DocumentKind, DocumentOrder, DocumentOrigin } from '@banyan/schema/records';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import { decodeIdIfGiven, decodeIdOf, decodeIdOr } from '../../../kernel/ids.ts';
import { DocumentKindEnum, DocumentOrderEnum, DocumentOriginEnum } from '../../../platform/record-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { connectionOf, UnitStubType } from '../../organisation/index.ts';
import { checkedSearch } from '../../people/index.ts';
import { changeDocument, registerDocument } from '../application/keep-document.ts';
import type { Document } from '../domain/document.ts';
import { findImplementing, listDocuments } from '../persistence/document-rows.ts';
import * as types from './document-types.ts';
import { documentValue, loadDocument, type DocumentValue } from './document-values.ts';
import { RecordResult } from './record-types.ts';
import { loadOf, recordOutcome, stubOf } from './record-values.ts';

@ArgsType()
class DocumentsArgs {
  @Field(() => ID, { nullable: true, description: 'The unit that the documents concern; the unit of the acting grant where absent.' }) unit?: string | null;
  @Field(() => DocumentOriginEnum, { nullable: true, description: 'Only those of the unit, of the units below it, or handed down to it; all where it is left out.' }) origin?: DocumentOrigin | null;
  @Field(() => [DocumentKindEnum], { nullable: true, description: 'Only documents of these kinds.' }) kinds?: DocumentKind[] | null;
  @Field(() => Int, { nullable: true, description: 'Only documents of this year.' }) year?: number | null;
  @Field(() => String, { nullable: true, description: 'A part of the number or of the title, whatever its marks and case.' }) search?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether documents that were taken back are listed too.' }) withTakenBack!: boolean;
  @Field(() => DocumentOrderEnum, { defaultValue: 'LATEST', description: 'Order of the list.' }) orderBy!: DocumentOrder;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

@Resolver()
export class DocumentQueries {
  @Query(() => types.DocumentConnectionType, { description: 'Documents that concern a unit: its own, those of the units below it, and those handed down to it.' })
  async documents(@Ctx() context: RequestContext, @Args(() => DocumentsArgs) args: DocumentsArgs) {
    const { origin = null, kinds = null, year = null, withTakenBack, orderBy } = args;
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, orderBy === 'LATEST' ? 'DAY' : 'TEXT');
    const search = checkedSearch(args.search);
    const scope = await context.scope();
    const unitId = decodeIdOr('Unit', args.unit, scope.actor.unitId);
    const found = unitId && (await listDocuments(scope, { unitId, origin, kinds, year, search, withTakenBack }, { orderBy, first, after }));
    const { rows, totalCount } = found || { rows: [], totalCount: 0 };
    const page = rows.map(({ document, key }) => ({ row: document, cursor: [key, document.id] as const }));
    return connectionOf<Document, DocumentValue>(pageOf(page, first, totalCount, after !== null), documentValue);
  }

  @Query(() => types.DocumentType, { nullable: true, description: 'A document; null where the viewer does not see it.' })
  async document(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Opaque id.' }) id: string) {
    const rowId = decodeIdOf('Document', id);
    return rowId && (await loadDocument(context, rowId));
  }
}

@Resolver(() => types.DocumentType)
export class DocumentResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit in whose register it stands.' })
  async unit(@Root() { document }: DocumentValue, @Ctx() context: RequestContext) {
    return await stubOf(context, document.unitId);
  }

  @FieldResolver(() => types.DocumentType, { nullable: true, description: 'The document that it implements; null where there is none, or the viewer does not see it.' })
  async implements(@Root() { document }: DocumentValue, @Ctx() context: RequestContext) {
    return document.implementsId && (await loadDocument(context, document.implementsId));
  }

  @FieldResolver(() => [types.DocumentType], { description: 'The documents that implement it, as far as the viewer sees them, the earliest first; a hundred at the most.' })
  async implementedBy(@Root() { document }: DocumentValue, @Ctx() context: RequestContext) {
    return ((await loadOf(context, 'documents-implementing', document.id, findImplementing)) ?? []).map(documentValue);
  }
}

@Resolver()
export class DocumentMutations {
  @Mutation(() => RecordResult, { description: 'Enters a document in the register of a unit.' })
  async registerDocument(@Ctx() context: RequestContext, @Arg('input', () => types.RegisterDocumentInput, { description: 'The document.' }) input: types.RegisterDocumentInput) {
    const { unit, implements: followed, issuer = null, ...rest } = input;
    const outcome = await registerDocument(context, { ...rest, issuer, unitId: decodeIdOf('Unit', unit), implementsId: decodeIdIfGiven('Document', followed) });
    return await recordOutcome(outcome, async (id) => await loadDocument(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Changes what the register says of a document.' })
  async changeDocument(@Ctx() context: RequestContext, @Arg('input', () => types.ChangeDocumentInput, { description: 'The document.' }) input: types.ChangeDocumentInput) {
    const { document, implements: followed, issuer = null, ...rest } = input;
    const outcome = await changeDocument(context, { ...rest, issuer, id: decodeIdOf('Document', document), implementsId: decodeIdIfGiven('Document', followed) });
    return await recordOutcome(outcome, async (id) => await loadDocument(context, id));
  }
}
