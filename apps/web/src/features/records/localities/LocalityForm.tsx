import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { FieldOf } from '../form/Field.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { useRecordTexts } from '../use-record-texts.ts';
import { ChangeLocality, RecordLocality, type LocalityData } from './locality-documents.ts';

type Name = 'name' | 'since' | 'ownCellSince' | 'sharedCellSince' | 'memberSince';

interface LocalityFormProps {
  readonly unit: string;
  /** The hamlet that is changed; null for one that is entered. */
  readonly row: LocalityData | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onConflict?: () => void;
}

/** Enters a hamlet or a quarter of a unit, or changes what is said of it. */
export function LocalityForm({ unit, row, onDone, onCancel, onConflict }: LocalityFormProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const says = t.localities.field;
  const fields: readonly FieldOf<Name>[] = [
    { name: 'name', kind: 'line', label: says.name, hint: says.nameHint, required: true },
    { name: 'since', kind: 'day', label: says.since, required: true },
    { name: 'ownCellSince', kind: 'day', label: says.ownCellSince, hint: says.noneHint },
    { name: 'sharedCellSince', kind: 'day', label: says.sharedCellSince, hint: says.noneHint },
    { name: 'memberSince', kind: 'day', label: says.memberSince, hint: says.noneHint },
  ];
  const day = (value: string | null | undefined) => (value ? f.date(value) : '');
  const initial: Readonly<Record<Name, string>> = { name: row?.name ?? '', since: day(row?.since), ownCellSince: day(row?.ownCellSince), sharedCellSince: day(row?.sharedCellSince), memberSince: day(row?.memberSince) };
  const facts = (typed: Readonly<Record<Name, string>>) => ({
    name: typed.name, since: typed.since, ownCellSince: typed.ownCellSince || null, sharedCellSince: typed.sharedCellSince || null, memberSince: typed.memberSince || null,
  });
  const shared = { fields, initial, onDone, onCancel, onConflict };
  if (row === null) return <RecordForm {...shared} name={`locality of ${unit}`} label={t.localities.record} action={t.localities.save} document={RecordLocality} input={(typed, idempotencyKey) => ({ ...facts(typed), unit, idempotencyKey })} />;
  return <RecordForm {...shared} name={`locality ${row.id}`} label={t.common.change} action={t.localities.save} document={ChangeLocality} input={(typed) => ({ ...facts(typed), locality: row.id, expectedVersion: row.version })} />;
}
