import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { memberStates, memberStateSlugs } from '../../shared/url/member-states.ts';
import { SearchBox } from '../../shared/ui/SearchBox.tsx';
import styles from './PeopleTab.module.css';
import type { UnitSearch } from './unit-search.ts';

interface PeopleFiltersProps {
  readonly search: UnitSearch;
  readonly onSearch: (patch: UnitSearch, replace?: boolean) => void;
}

/** Narrows the list of members by name and state, and orders it. */
export function PeopleFilters({ search, onSearch }: PeopleFiltersProps) {
  const { m, texts } = usePrinting();
  const u = useUnitTexts();
  return (
    <div className={styles['filters']}>
      <SearchBox label={u.unitPage.findPerson} hint={m.children.filterHint} value={search.tim} onChange={(tim) => onSearch({ tim }, true)} />
      <select
        className={styles['select']}
        aria-label={m.person.state}
        value={search['tinh-trang'] ?? ''}
        onChange={(event) => onSearch({ 'tinh-trang': event.target.value || undefined })}
      >
        <option value="">{u.unitPage.allStates}</option>
        {memberStates.map((state) => (
          <option key={state} value={memberStateSlugs[state]}>
            {texts.memberStates[state]}
          </option>
        ))}
      </select>
      <select className={styles['select']} aria-label={m.children.sortBy} value={search.xep ?? ''} onChange={(event) => onSearch({ xep: event.target.value || undefined })}>
        <option value="">{u.unitPage.byName}</option>
        <option value="ket-nap">{u.unitPage.byCeremony}</option>
      </select>
    </div>
  );
}
