import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import type { MemberState } from '@banyan/schema/enums';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { Pages, useTurnedPages } from '../../shared/ui/Pages.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { SidePanel } from '../../shared/ui/SidePanel.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { RowSkeleton } from '../unit-tree/index.ts';
import { memberStates, readState } from '../../shared/url/member-states.ts';
import { PeopleFilters } from './PeopleFilters.tsx';
import styles from './PeopleTab.module.css';
import { PeopleTable } from './PeopleTable.tsx';
import { UnitPeopleQuery } from './unit-document.ts';
import type { UnitSearch } from './unit-search.ts';
import type { UnitPageData } from './use-unit-page.ts';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

/** It comes with the first record that is opened. */
const PersonRecord = lazy(async () => ({ default: (await loadPatiently(async () => await import('../people/index.ts'))).PersonRecord }));

/** It is small and rarely used: it comes after the list. */
const PeopleDownload = lazy(async () => ({ default: (await loadPatiently(async () => await import('./PeopleDownload.tsx'))).PeopleDownload }));

interface PeopleTabProps {
  readonly unit: UnitPageData;
  readonly search: UnitSearch;
  readonly onSearch: (patch: UnitSearch, replace?: boolean) => void;
}


/** The members of a unit and of all below it; one of them opens beside the list. */
export function PeopleTab({ unit, search, onSearch }: PeopleTabProps) {
  const { m } = usePrinting();
  const u = useUnitTexts();
  const state = readState(search['tinh-trang']);
  const orderBy = search.xep === 'ket-nap' ? 'CEREMONY_DATE' : 'GIVEN_NAME';
  const text = search.tim?.trim() ?? '';
  const filter = { under: unit.id, search: text === '' ? null : text, states: state === null ? [...memberStates] : [state] };
  return (
    <Card title={m.overview.people} tools={<Suspense fallback={null}><PeopleDownload fileName={`${u.unitPage.peopleFile}-${unit.code}`} filter={filter} orderBy={orderBy} /></Suspense>}>
      <PeopleFilters search={search} onSearch={onSearch} />
      <p className={styles['lead']}>{u.unitPage.peopleLead}</p>
      <People
        key={`${unit.id} ${state} ${orderBy} ${text}`}
        filter={filter}
        orderBy={orderBy}
        withUnit={unit.counts.children > 0}
        onClear={() => onSearch({ tim: undefined, 'tinh-trang': undefined }, true)}
      />
      {search.nguoi === undefined ? null : (
        <SidePanel title={m.person.title} onClose={() => onSearch({ nguoi: undefined })}>
          <Suspense fallback={<Skeleton height="18rem" />}>
            <PersonRecord id={search.nguoi} list={{ ds: 'dang-vien', 'don-vi': unit.code, tim: search.tim, 'tinh-trang': search['tinh-trang'], xep: search.xep }} />
          </Suspense>
        </SidePanel>
      )}
    </Card>
  );
}

interface PeopleProps {
  readonly filter: { readonly under: string; readonly search: string | null; readonly states: MemberState[] };
  readonly orderBy: 'CEREMONY_DATE' | 'GIVEN_NAME';
  readonly withUnit: boolean;
  readonly onClear: () => void;
}

function People({ filter, orderBy, withUnit, onClear }: PeopleProps) {
  const { m } = usePrinting();
  const u = useUnitTexts();
  const pages = useTurnedPages();
  const [{ data, error, fetching }, execute] = useQuery({ query: UnitPeopleQuery, variables: { filter, orderBy, first: 50, after: pages.after } });
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <RowSkeleton />;
  const { nodes, totalCount } = data.people;
  const filtered = filter.search !== null || filter.states.length < memberStates.length;
  if (totalCount === 0) {
    return <Message title={filtered ? u.unitPage.nobodyFound : u.unitPage.nobody} action={filtered ? <Button onClick={onClear}>{m.children.clearFilter}</Button> : undefined} />;
  }
  return (
    <Pages pages={pages} page={data.people} fetching={fetching} said={u.unitPage.shownPeople}>
      <PeopleTable people={nodes} withUnit={withUnit} />
    </Pages>
  );
}
