import { documentKinds, documentOrigins } from '@banyan/schema/records';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { SearchBox } from '../../../shared/ui/SearchBox.tsx';
import { filterStyles as styles } from '../../candidacies/index.ts';
import recordStyles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { kindSlugs, originSlugs, type DocumentsSearch } from './documents-search.ts';

interface DocumentFiltersProps {
  readonly search: DocumentsSearch;
  readonly today: string;
  readonly onSearch: (patch: DocumentsSearch, replace?: boolean) => void;
}

/** Narrows the register by number or subject, kind, year and origin, and orders it. */
export function DocumentFilters({ search, today, onSearch }: DocumentFiltersProps) {
  const { m } = usePrinting();
  const { t, words } = useRecordTexts();
  const { filter } = t.documents;
  const present = Number(today.slice(0, 4));
  const years = Array.from({ length: 16 }, (_, index) => String(present - index));
  return (
    <div className={`${styles['filters']} ${recordStyles['halves']}`}>
      <SearchBox label={t.documents.search} hint={m.children.filterHint} value={search.tim} onChange={(tim) => onSearch({ tim }, true)} />
      <Choice label={filter.kind} all={filter.allKinds} value={search.loai} options={documentKinds.map((kind) => [kindSlugs[kind], words.documentKinds[kind]])} onChange={(loai) => onSearch({ loai })} />
      <Choice label={filter.year} all={filter.allYears} value={search.nam} options={years.map((year) => [year, year])} onChange={(nam) => onSearch({ nam })} />
      <Choice label={filter.origin} all={filter.allOrigins} value={search.nguon} options={documentOrigins.map((origin) => [originSlugs[origin], words.documentOrigins[origin]])} onChange={(nguon) => onSearch({ nguon })} />
      <Choice label={filter.order} all={words.documentOrders.LATEST} value={search.xep} options={[['so', words.documentOrders.NUMBER]]} onChange={(xep) => onSearch({ xep })} />
      <label className={styles['check']}>
        <input type="checkbox" checked={search['da-rut'] === '1'} onChange={({ target }) => onSearch({ 'da-rut': target.checked ? '1' : undefined })} />
        {filter.takenBack}
      </label>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <select className={styles['select']} aria-label={label} value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
      <option value="">{all}</option>
      {options.map(([slug, name]) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  );
}
