import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Facts } from '../Facts.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { TakeBack } from '../form/TakeBack.tsx';
import { RecordedBy } from '../RecordedBy.tsx';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { EndLocality, type LocalityData } from './locality-documents.ts';
import { LocalityForm } from './LocalityForm.tsx';

interface OfUnit {
  readonly unit: { readonly id: string; readonly name: string };
  readonly today: string;
  /** What was done closes the panel. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface LocalityPanelProps extends OfUnit {
  readonly row: LocalityData;
  readonly onChanged: () => void;
}

/** One hamlet or quarter: since when it has what, and the way to change it or to say that it is no longer there. */
export function LocalityPanel({ unit, row, today, onChanged, onDone, onClose }: LocalityPanelProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const [form, setForm] = useState<'CHANGE' | 'END' | null>(null);
  const says = t.localities.field;
  const cancel = () => setForm(null);
  const day = (value: string | null) => (value === null ? t.localities.notYet : f.date(value));
  return (
    <SidePanel title={<ProperName>{row.name}</ProperName>} lead={<ProperName>{unit.name}</ProperName>} onClose={onClose}>
      <div className={styles['panel']}>
        <Facts
          rows={[
            [says.since, f.date(row.since)],
            [says.ownCellSince, day(row.ownCellSince)],
            [says.sharedCellSince, day(row.sharedCellSince)],
            [says.memberSince, day(row.memberSince)],
            [says.endedOn, row.endedOn === null ? null : f.date(row.endedOn)],
            [says.endReason, row.endReason, 'DATA'],
          ]}
        />
        {form === 'CHANGE' ? (
          <LocalityForm
            unit={unit.id}
            row={row}
            onDone={() => {
              cancel();
              onChanged();
            }}
            onCancel={cancel}
            onConflict={onChanged}
          />
        ) : null}
        {form === 'END' ? (
          <RecordForm
            name={`end ${row.id}`}
            label={t.localities.end}
            action={t.localities.save}
            fields={[
              { name: 'on', kind: 'day', label: says.endedOn, required: true },
              { name: 'reason', kind: 'lines', label: says.endReason, hint: says.endReasonHint, required: true },
            ]}
            initial={{ on: f.date(row.endedOn ?? today), reason: row.endReason ?? '' }}
            document={EndLocality}
            input={({ on, reason }) => ({ locality: row.id, expectedVersion: row.version, on, reason })}
            onDone={onDone}
            onCancel={cancel}
            onConflict={onChanged}
          />
        ) : null}
        {form === null && row.viewerCanChange ? (
          <div className={styles['acts']}>
            <Button onClick={() => setForm('CHANGE')}>{t.common.change}</Button>
            <Button onClick={() => setForm('END')}>{t.localities.end}</Button>
            <TakeBack record={row} onDone={onDone} onConflict={onChanged} />
          </div>
        ) : null}
        <RecordedBy record={row} />
      </div>
    </SidePanel>
  );
}

/** Enters a hamlet or a quarter of the unit. */
export function RecordLocalityPanel({ unit, onDone, onClose }: Omit<OfUnit, 'today'>) {
  const { t } = useRecordTexts();
  return (
    <SidePanel title={t.localities.record} lead={<ProperName>{unit.name}</ProperName>} onClose={onClose}>
      <LocalityForm unit={unit.id} row={null} onDone={onDone} onCancel={onClose} />
    </SidePanel>
  );
}
