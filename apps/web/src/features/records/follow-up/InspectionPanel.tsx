import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Facts } from '../Facts.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { TakeBack } from '../form/TakeBack.tsx';
import { RecordedBy } from '../RecordedBy.tsx';
import { RecordInspection } from '../record-documents.ts';
import type { InspectionData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import type { TabProps } from './FollowUpPage.tsx';
import { unitOptions } from './unit-options.ts';

interface InspectionPanelProps {
  readonly row: InspectionData;
  readonly onChanged: () => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One inspection beside the list. */
export function InspectionPanel({ row, onChanged, onDone, onClose }: InspectionPanelProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const says = t.inspections.field;
  return (
    <SidePanel title={<ProperName>{row.title}</ProperName>} lead={row.unit === null ? undefined : <ProperName>{row.unit.name}</ProperName>} onClose={onClose}>
      <div className={styles['panel']}>
        <Facts
          rows={[
            [says.on, f.date(row.on)],
            [says.unit, row.unit === null ? null : <ProperName key="unit">{row.unit.name}</ProperName>],
            [says.conclusion, row.conclusion, 'DATA'],
            [says.inspector, row.by === null ? <ProperName key="by">{row.inspector ?? ''}</ProperName> : <ProperName key="by">{[row.inspector, t.inspections.by(row.by.name)].filter((one) => one !== null).join(', ')}</ProperName>],
            [says.document, row.document?.number ?? null, 'DATA'],
          ]}
        />
        {row.viewerCanChange ? (
          <div className={styles['acts']}>
            <TakeBack record={row} onDone={onDone} onConflict={onChanged} />
          </div>
        ) : null}
        <RecordedBy record={row} />
      </div>
    </SidePanel>
  );
}

interface RecordInspectionPanelProps {
  readonly page: TabProps['page'];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Records that the acting unit has inspected a unit below it. */
export function RecordInspectionPanel({ page, onDone, onClose }: RecordInspectionPanelProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const says = t.inspections.field;
  const options = unitOptions(page);
  return (
    <SidePanel title={t.inspections.record} lead={<ProperName>{page.unit.name}</ProperName>} onClose={onClose}>
      <RecordForm
        name={`inspection of ${page.unit.id}`}
        label={t.inspections.record}
        action={t.inspections.save}
        fields={[
          { name: 'unit', kind: 'choice', label: says.unit, options },
          { name: 'on', kind: 'day', label: says.on, required: true },
          { name: 'title', kind: 'lines', label: says.what, required: true },
          { name: 'conclusion', kind: 'lines', label: says.conclusion },
          { name: 'inspector', kind: 'line', label: says.inspector },
          { name: 'document', kind: 'document', label: says.document, unit: page.unit.id },
        ]}
        initial={{ unit: options[0]?.value ?? '', on: f.date(page.today), title: '', conclusion: '', inspector: '', document: '' }}
        document={RecordInspection}
        input={({ unit, on, title, conclusion, inspector, document }, idempotencyKey) => ({ unit, on, title, conclusion: conclusion || null, inspector: inspector || null, document: document || null, idempotencyKey })}
        onDone={onDone}
        onCancel={onClose}
      />
    </SidePanel>
  );
}
