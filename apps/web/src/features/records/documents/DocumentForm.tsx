import { documentKinds, type DocumentKind } from '@banyan/schema/records';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { writeChoice } from '../../documents/index.ts';
import type { FieldOf } from '../form/Field.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { ChangeDocument, RegisterDocument } from '../record-documents.ts';
import type { DocumentData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';

type Name = 'kind' | 'number' | 'issuedOn' | 'title' | 'issuer' | 'implements' | 'isHandedDown';

interface DocumentFormProps {
  readonly unit: string;
  /** The document that is changed; null for one that is entered. */
  readonly row: DocumentData | null;
  readonly onDone: (id: string) => void;
  readonly onCancel?: () => void;
  readonly onConflict?: () => void;
}

function kindOf(text: string): DocumentKind {
  return documentKinds.find((kind) => kind === text) ?? 'RESOLUTION';
}

/** Enters a document in the register of a unit, or changes what the register says of one. */
export function DocumentForm({ unit, row, onDone, onCancel, onConflict }: DocumentFormProps) {
  const { f } = usePrinting();
  const { t, words } = useRecordTexts();
  const says = t.documents.field;
  const fields: readonly FieldOf<Name>[] = [
    { name: 'kind', kind: 'choice', label: says.kind, options: documentKinds.map((kind) => ({ value: kind, label: words.documentKinds[kind] })) },
    { name: 'number', kind: 'line', label: says.number, hint: says.numberHint, required: true },
    { name: 'issuedOn', kind: 'day', label: says.issuedOn, required: true },
    { name: 'title', kind: 'lines', label: says.subject, required: true },
    { name: 'issuer', kind: 'line', label: says.issuer, hint: says.issuerHint },
    { name: 'implements', kind: 'document', label: says.implements, unit },
    { name: 'isHandedDown', kind: 'tick', label: says.isHandedDown, hint: says.isHandedDownHint },
  ];
  const initial: Readonly<Record<Name, string>> = {
    kind: row?.kind ?? 'RESOLUTION',
    number: row?.number ?? '',
    issuedOn: row === null ? '' : f.date(row.issuedOn),
    title: row?.title ?? '',
    issuer: row?.issuer ?? '',
    implements: row?.implements ? writeChoice(row.implements) : '',
    isHandedDown: row?.isHandedDown ? '1' : '',
  };
  const facts = (typed: Readonly<Record<Name, string>>) => ({
    kind: kindOf(typed.kind),
    number: typed.number,
    issuedOn: typed.issuedOn,
    title: typed.title,
    issuer: typed.issuer || null,
    implements: typed.implements || null,
    isHandedDown: typed.isHandedDown === '1',
  });
  const shared = { fields, initial, onDone, onCancel, onConflict };
  if (row === null) {
    return <RecordForm {...shared} name={`document of ${unit}`} label={t.documents.register} action={t.documents.register} document={RegisterDocument} input={(typed, idempotencyKey) => ({ ...facts(typed), unit, idempotencyKey })} />;
  }
  const { id, version } = row;
  return <RecordForm {...shared} name={`document ${id}`} label={`${t.common.change} ${row.number}`} action={t.documents.save} document={ChangeDocument} input={(typed) => ({ ...facts(typed), document: id, expectedVersion: version })} />;
}
