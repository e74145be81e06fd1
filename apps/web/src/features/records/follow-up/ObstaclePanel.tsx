import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Facts } from '../Facts.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { TakeBack } from '../form/TakeBack.tsx';
import { RecordedBy } from '../RecordedBy.tsx';
import { ResolveObstacle } from '../record-documents.ts';
import type { ObstacleData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import type { TabProps } from './FollowUpPage.tsx';
import { ObstacleForm } from './ObstacleForm.tsx';

interface ObstaclePanelProps {
  readonly row: ObstacleData;
  readonly today: string;
  readonly onChanged: () => void;
  /** What was done took it out of the list. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One obstacle beside the list: what it is, who sees to it, and the way to resolve it. */
export function ObstaclePanel({ row, today, onChanged, onDone, onClose }: ObstaclePanelProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const [form, setForm] = useState<'CHANGE' | 'RESOLVE' | null>(null);
  const says = t.obstacles.field;
  const cancel = () => setForm(null);
  return (
    <SidePanel title={<ProperName>{row.title}</ProperName>} lead={row.unit === null ? undefined : <ProperName>{row.unit.name}</ProperName>} onClose={onClose}>
      <div className={styles['panel']}>
        <Facts
          rows={[
            [says.details, row.details, 'DATA'],
            [t.common.unit, row.unit === null ? null : <ProperName key="unit">{row.unit.name}</ProperName>],
            [says.ownerName, row.ownerName, 'DATA'],
            [says.raisedOn, f.date(row.raisedOn)],
            [says.dueOn, row.dueOn === null ? t.obstacles.noDue : `${f.date(row.dueOn)}${row.isOverdue ? ` · ${t.obstacles.late}` : ''}`],
            [says.resolvedOn, row.resolvedOn === null ? null : f.date(row.resolvedOn)],
            [says.resolution, row.resolution, 'DATA'],
          ]}
        />
        {form === 'CHANGE' ? (
          <ObstacleForm
            unit={row.unit?.id ?? ''}
            today={today}
            row={row}
            onDone={() => {
              cancel();
              onChanged();
            }}
            onCancel={cancel}
            onConflict={onChanged}
          />
        ) : null}
        {form === 'RESOLVE' ? (
          <RecordForm
            name={`resolve ${row.id}`}
            label={t.obstacles.resolve}
            action={t.obstacles.save}
            fields={[
              { name: 'on', kind: 'day', label: says.resolvedOn, required: true },
              { name: 'resolution', kind: 'lines', label: says.resolution, required: true },
            ]}
            initial={{ on: f.date(row.resolvedOn ?? today), resolution: row.resolution ?? '' }}
            document={ResolveObstacle}
            input={({ on, resolution }) => ({ obstacle: row.id, expectedVersion: row.version, on, resolution })}
            onDone={onDone}
            onCancel={cancel}
            onConflict={onChanged}
          />
        ) : null}
        {form === null && row.viewerCanChange ? (
          <div className={styles['acts']}>
            <Button tone={row.resolvedOn === null ? 'primary' : 'outline'} onClick={() => setForm('RESOLVE')}>
              {row.resolvedOn === null ? t.obstacles.resolve : `${t.common.change}: ${says.resolution}`}
            </Button>
            <Button onClick={() => setForm('CHANGE')}>{t.common.change}</Button>
            <TakeBack record={row} onDone={onDone} onConflict={onChanged} />
          </div>
        ) : null}
        <RecordedBy record={row} />
      </div>
    </SidePanel>
  );
}

interface RecordObstaclePanelProps {
  readonly page: TabProps['page'];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Records what stands in the way of the unit. */
export function RecordObstaclePanel({ page, onDone, onClose }: RecordObstaclePanelProps) {
  const { t } = useRecordTexts();
  return (
    <SidePanel title={t.obstacles.record} lead={<ProperName>{page.unit.name}</ProperName>} onClose={onClose}>
      <ObstacleForm unit={page.unit.id} today={page.today} row={null} onDone={onDone} onCancel={onClose} />
    </SidePanel>
  );
}
