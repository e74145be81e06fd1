import { useState } from 'react';
import { Button } from '../../../shared/ui/Button.tsx';
import { TakeBackRecord } from '../record-documents.ts';
import { useRecordTexts } from '../use-record-texts.ts';
import { RecordForm } from './RecordForm.tsx';

interface TakeBackProps {
  readonly record: { readonly id: string; readonly version: number };
  readonly onDone: () => void;
  readonly onConflict: () => void;
}

/** The way to take back what was recorded wrongly, for a reason. */
export function TakeBack({ record, onDone, onConflict }: TakeBackProps) {
  const { t } = useRecordTexts();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button tone="quiet" onClick={() => setOpen(true)}>
        {t.common.takeBack}
      </Button>
    );
  }
  return (
    <RecordForm
      name={`take-back ${record.id}`}
      label={t.common.takeBackTitle}
      action={t.common.takeBack}
      fields={[{ name: 'reason', kind: 'lines', label: t.common.reason, hint: t.common.takeBackHint, required: true }]}
      initial={{ reason: '' }}
      document={TakeBackRecord}
      input={({ reason }) => ({ record: record.id, expectedVersion: record.version, reason })}
      onDone={onDone}
      onCancel={() => setOpen(false)}
      onConflict={onConflict}
    />
  );
}
