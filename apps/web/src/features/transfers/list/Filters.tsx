import { transferKinds } from '@banyan/schema/lifecycle';
import { filterStyles as styles } from '../../candidacies/index.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { hasKinds, isWaiting, kindSlugs, readTransferTab } from './transfer-tabs.ts';
import type { TransfersSearch } from './transfers-search.ts';

interface FiltersProps {
  readonly search: TransfersSearch;
  readonly onSearch: (patch: TransfersSearch) => void;
}

/** Narrows the letters of a part by kind and by what is late, and orders those that wait by one of their two limits. */
export function Filters({ search, onSearch }: FiltersProps) {
  const { t, words } = useTransferTexts();
  const tab = readTransferTab(search.xem);
  if (!hasKinds(tab)) return null;
  return (
    <div className={styles['filters']}>
      <select className={styles['select']} aria-label={t.filter.kind} value={search.loai ?? ''} onChange={({ target }) => onSearch({ loai: target.value || undefined })}>
        <option value="">{t.filter.allKinds}</option>
        {transferKinds.map((kind) => (
          <option key={kind} value={kindSlugs[kind]}>
            {words.transferKinds[kind]}
          </option>
        ))}
      </select>
      {isWaiting(tab) ? (
        <>
          <select className={styles['select']} aria-label={t.filter.order} value={search.xep ?? ''} onChange={({ target }) => onSearch({ xep: target.value || undefined })}>
            <option value="">{words.transferOrders.DUE}</option>
            <option value="bat-dau">{words.transferOrders.START_DUE}</option>
          </select>
          <label className={styles['check']}>
            <input type="checkbox" checked={search['qua-han'] === '1'} onChange={({ target }) => onSearch({ 'qua-han': target.checked ? '1' : undefined })} />
            {t.filter.overdue}
          </label>
        </>
      ) : null}
    </div>
  );
}
