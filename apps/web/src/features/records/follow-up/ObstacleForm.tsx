import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { FieldOf } from '../form/Field.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { ChangeObstacle, RecordObstacle } from '../record-documents.ts';
import type { ObstacleData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';

type Name = 'title' | 'details' | 'ownerName' | 'raisedOn' | 'dueOn';

interface ObstacleFormProps {
  readonly unit: string;
  readonly today: string;
  /** The obstacle that is changed; null for one that is recorded. */
  readonly row: ObstacleData | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onConflict?: () => void;
}

/** Records what stands in the way of a unit, or changes what is said of it. */
export function ObstacleForm({ unit, today, row, onDone, onCancel, onConflict }: ObstacleFormProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const says = t.obstacles.field;
  const fields: readonly FieldOf<Name>[] = [
    { name: 'title', kind: 'lines', label: says.what, required: true },
    { name: 'details', kind: 'lines', label: says.details },
    { name: 'ownerName', kind: 'line', label: says.ownerName, required: true },
    { name: 'raisedOn', kind: 'day', label: says.raisedOn, required: true },
    { name: 'dueOn', kind: 'day', label: says.dueOn },
  ];
  const initial: Readonly<Record<Name, string>> = { title: row?.title ?? '', details: row?.details ?? '', ownerName: row?.ownerName ?? '', raisedOn: f.date(row?.raisedOn ?? today), dueOn: row?.dueOn ? f.date(row.dueOn) : '' };
  const facts = (typed: Readonly<Record<Name, string>>) => ({ title: typed.title, details: typed.details || null, ownerName: typed.ownerName, raisedOn: typed.raisedOn, dueOn: typed.dueOn || null });
  const shared = { fields, initial, onDone, onCancel, onConflict };
  if (row === null) return <RecordForm {...shared} name={`obstacle of ${unit}`} label={t.obstacles.record} action={t.obstacles.save} document={RecordObstacle} input={(typed, idempotencyKey) => ({ ...facts(typed), unit, idempotencyKey })} />;
  return <RecordForm {...shared} name={`obstacle ${row.id}`} label={t.common.change} action={t.obstacles.save} document={ChangeObstacle} input={(typed) => ({ ...facts(typed), obstacle: row.id, expectedVersion: row.version })} />;
}
