import type { MemberState } from '@banyan/schema/enums';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { SearchBox } from '../../shared/ui/SearchBox.tsx';
import styles from './PeopleTab.module.css';
import type { UnitSearch } from './unit-search.ts';

/** How the states of a member are written in addresses. */
const stateSlugs = { OFFICIAL: 'chinh-thuc', PROBATIONARY: 'du-bi', FORMER: 'khong-con' } as const satisfies Record<Exclude<MemberState, 'CANDIDATE'>, string>;
/** Members, and those who were: candidates have a page of their own. */
export const memberStates = ['OFFICIAL', 'PROBATIONARY', 'FORMER'] as const satisfies readonly MemberState[];

/** The state that an address names; null where it names none. */
export function readState(slug: string | undefined): MemberState | null {
  return memberStates.find((state) => stateSlugs[state] === slug) ?? null;
}

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
          <option key={state} value={stateSlugs[state]}>
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
