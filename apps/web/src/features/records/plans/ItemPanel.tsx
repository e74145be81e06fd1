import { Suspense, useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { Facts } from '../Facts.tsx';
import { TakeBack } from '../form/TakeBack.tsx';
import type { PlanItemData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { CheckForm } from './CheckForm.tsx';
import { ItemState } from './ItemState.tsx';
import { ItemForm, ItemTarget } from './lazy-targets.ts';
import { periodName } from './plan-search.ts';

interface ItemPanelProps {
  readonly plan: { readonly id: string; readonly year: number };
  /** The unit whose plan it is. */
  readonly unit: string;
  readonly item: PlanItemData;
  readonly today: string;
  /** Asks for the plan anew. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** One item beside the plan: what is to be done, what became of it, and the way to check it off. */
export function ItemPanel({ plan, unit, item, today, onChanged, onClose }: ItemPanelProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const [form, setForm] = useState<'CHECK' | 'CHANGE' | null>(item.viewerCanChange && item.doneOn === null ? 'CHECK' : null);
  const done = () => {
    setForm(null);
    onChanged();
  };
  const shared = { item, today, onDone: done, onCancel: () => setForm(null), onConflict: onChanged };
  return (
    <SidePanel title={<ProperName>{item.title}</ProperName>} onClose={onClose}>
      <div className={styles['panel']}>
        {item.takenBackReason === null ? null : <Notice tone="warning"><ProperName>{t.common.takenBack(item.takenBackReason)}</ProperName></Notice>}
        <Facts
          rows={[
            [t.plans.field.period, `${periodName(item.period, t.plans)}, ${t.plans.due(f.date(item.dueOn))}`],
            [t.plans.field.responsible, item.responsible, 'DATA'],
            [t.plans.field.target, item.target === null ? null : <Suspense key="target" fallback={null}><ItemTarget target={item.target} /></Suspense>],
            [t.plans.column.result, <ItemState key="state" item={item} />],
          ]}
        />
        {form === 'CHECK' ? <CheckForm {...shared} /> : null}
        {form === 'CHANGE' ? <Suspense fallback={<RowSkeleton />}><ItemForm plan={plan} unit={unit} {...shared} /></Suspense> : null}
        {form === null && item.viewerCanChange ? (
          <div className={styles['acts']}>
            <Button tone={item.doneOn === null ? 'primary' : 'outline'} onClick={() => setForm('CHECK')}>
              {item.doneOn === null ? t.plans.check : t.plans.uncheck}
            </Button>
            <Button onClick={() => setForm('CHANGE')}>{t.common.change}</Button>
            <TakeBack record={item} onDone={done} onConflict={onChanged} />
          </div>
        ) : null}
        <History item={item} />
      </div>
    </SidePanel>
  );
}

function History({ item }: { readonly item: PlanItemData }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  if (item.checks.length === 0) return null;
  return (
    <div>
      <h3>{t.plans.history}</h3>
      <ul className={styles['lines']}>
        {item.checks.map(({ doneOn, note, recordedBy, recordedAt }) => (
          <li key={recordedAt}>
            <ProperName>{doneOn === null ? t.plans.uncheckedLine(recordedBy) : t.plans.checkedLine(f.date(doneOn), recordedBy)}</ProperName>
            {note === null ? null : <p className={styles['muted']} lang="vi">{note}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
