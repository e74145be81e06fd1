import { Suspense } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import { tableStyles } from '../../candidacies/index.ts';
import type { PlanItemData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { ItemState } from './ItemState.tsx';
import { ItemTarget } from './lazy-targets.ts';
import { periodName } from './plan-search.ts';

interface ItemTableProps {
  readonly label: string;
  readonly items: readonly PlanItemData[];
  /** Absent where the items are only read. */
  readonly onOpen?: (item: string) => void;
}

/** The items of a plan in the order of their days. On a phone each is a card. */
export function ItemTable({ label, items, onOpen }: ItemTableProps) {
  const { t } = useRecordTexts();
  const { column } = t.plans;
  return (
    <table className={tableStyles['table']} aria-label={label}>
      <thead>
        <tr>
          {[column.what, column.period, column.who, column.result, ...(onOpen ? [t.common.act] : [])].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, onOpen }: { readonly item: PlanItemData; readonly onOpen: ((item: string) => void) | undefined }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const { column } = t.plans;
  const isGone = item.takenBackReason !== null;
  const awaits = item.viewerCanChange && item.doneOn === null;
  return (
    <tr>
      <th scope="row">
        <strong className={isGone ? styles['gone'] : undefined} lang="vi">
          {item.title}
        </strong>
        {item.takenBackReason === null ? null : <span className={tableStyles['small']}><ProperName>{t.common.takenBack(item.takenBackReason)}</ProperName></span>}
        {item.target === null || isGone ? null : <span className={tableStyles['small']}><Suspense fallback={null}><ItemTarget target={item.target} /></Suspense></span>}
      </th>
      <td data-label={column.period} className={tableStyles['narrow']}>
        {periodName(item.period, t.plans)}
        <span className={tableStyles['small']}>{t.plans.due(f.date(item.dueOn))}</span>
      </td>
      <td data-label={column.who} className={tableStyles['name']}>
        <ProperName>{item.responsible ?? '—'}</ProperName>
      </td>
      <td data-label={column.result}>
        {isGone ? '—' : <ItemState item={item} />}
        {item.checks[0]?.note ? <span className={tableStyles['small']} lang="vi">{item.checks[0].note}</span> : null}
      </td>
      {onOpen === undefined ? null : (
        <td className={tableStyles['act']}>
          <Button tone={awaits && item.isOverdue ? 'primary' : 'outline'} onClick={() => onOpen(item.id)}>
            <span>
              {awaits ? t.plans.check : t.common.open}
              <VisuallyHidden>: <span lang="vi">{item.title}</span></VisuallyHidden>
            </span>
          </Button>
        </td>
      )}
    </tr>
  );
}
