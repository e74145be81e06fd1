import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { CheckPlanItem, UncheckPlanItem } from '../record-documents.ts';
import type { PlanItemData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';

interface CheckFormProps {
  readonly item: PlanItemData;
  readonly today: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onConflict: () => void;
}

/** Checks an item off with its day and a note; or takes that back, for a reason. */
export function CheckForm({ item, today, ...rest }: CheckFormProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const says = t.plans.field;
  if (item.doneOn === null) {
    return (
      <RecordForm
        {...rest}
        name={`check ${item.id}`}
        label={t.plans.checkTitle}
        action={t.plans.check}
        fields={[
          { name: 'on', kind: 'day', label: says.doneOn, required: true },
          { name: 'note', kind: 'lines', label: says.note },
        ]}
        initial={{ on: f.date(today), note: '' }}
        document={CheckPlanItem}
        input={({ on, note }) => ({ item: item.id, expectedVersion: item.version, on, note: note || null })}
      />
    );
  }
  return (
    <RecordForm
      {...rest}
      name={`uncheck ${item.id}`}
      label={t.plans.uncheckTitle}
      action={t.plans.uncheck}
      fields={[{ name: 'reason', kind: 'lines', label: t.common.reason, hint: t.plans.uncheckHint, required: true }]}
      initial={{ reason: '' }}
      document={UncheckPlanItem}
      input={({ reason }) => ({ item: item.id, expectedVersion: item.version, reason })}
    />
  );
}
