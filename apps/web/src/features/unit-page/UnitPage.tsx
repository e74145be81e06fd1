import { IconLock } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';
import { Message } from '../../shared/ui/Notice.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { TabBar } from '../../shared/ui/TabBar.tsx';
import { keepScope } from '../../shared/url/keep-scope.ts';
import { UnitNotFound } from '../organisation/index.ts';
import { UnitSummary } from '../overview/index.ts';
import { AuthorityCard } from '../rules/index.ts';
import { PageFailure, PrintButton, ScopeHead, type Answered } from '../scope/index.ts';
import { TreeSkeleton } from '../unit-tree/index.ts';
import { ChildrenTab } from './ChildrenTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { UnitFacts } from './UnitFacts.tsx';
import { readUnitTab, unitTabs, type UnitSearch } from './unit-search.ts';
import styles from './UnitPage.module.css';
import { useUnitPage, type UnitPageData } from './use-unit-page.ts';

const route = getRouteApi('/don-vi/$code');
// Versions and forms of targets come when they are asked for; who is in charge and what the unit keeps stand below the figures, and come after them.
const UnitTargetsTab = lazy(async () => ({ default: (await loadPatiently(async () => await import('../targets/index.ts'))).UnitTargetsTab }));
const SupervisorsCard = lazy(async () => ({ default: (await loadPatiently(async () => await import('../supervision/index.ts'))).SupervisorsCard }));
const UnitRecords = lazy(async () => ({ default: (await loadPatiently(async () => await import('../records/index.ts'))).UnitRecords }));
const UnitLocalities = lazy(async () => ({ default: (await loadPatiently(async () => await import('../records/index.ts'))).UnitLocalities }));

/** Everything about one unit: its figures, its members, the units below it and its history. */
export function UnitPage() {
  const { code } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const u = useUnitTexts();
  const { choice, shown, ownUnitId, busy, error, outdated, retry } = useUnitPage(code, search);
  const change = (patch: UnitSearch, replace = false) =>
    void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), replace, resetScroll: false });
  if (error !== undefined) return <PageFailure title={u.unitPage.page} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <TreeSkeleton />;
  if (shown === null) return <UnitNotFound page="/to-chuc" />;
  const { unit } = shown;
  return (
    <div className={styles['page']} aria-busy={busy}>
      <ScopeHead
        unit={unit}
        choice={choice}
        ownUnitId={ownUnitId ?? unit.id}
        page="/don-vi/$code"
        title={unit.name}
        counted={unit.rollup.period}
        unknownKeys={search.unknownKeys}
        onUpdate={outdated ? retry : undefined}
        onScope={change}
        tools={<PrintButton busy={busy} />}
      />
      <UnitFacts unit={unit} />
      <div className={styles['bar']}>
        <TabBar label={u.unitPage.tabs}>
          {unitTabs.map((tab, index) => (
            <li key={tab}>
              <Link
                to="/don-vi/$code"
                params={{ code }}
                search={(previous) => ({ ...keepScope(previous), xem: index === 0 ? undefined : tab })}
                aria-current={readUnitTab(search.xem) === tab ? 'page' : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {u.unitPage.tab[tab]}
              </Link>
            </li>
          ))}
        </TabBar>
      </div>
      <Content key={unit.id} shown={shown} search={search} onSearch={change} />
    </div>
  );
}

interface ContentProps {
  readonly shown: Answered<UnitPageData>;
  readonly search: UnitSearch;
  readonly onSearch: (patch: UnitSearch, replace?: boolean) => void;
}

function Content({ shown: { unit, choice, question }, search, onSearch }: ContentProps) {
  const { m } = usePrinting();
  const u = useUnitTexts();
  switch (readUnitTab(search.xem)) {
    case 'tong-hop':
      return (
        <>
          <UnitSummary search={{ 'don-vi': unit.code, ky: search.ky, ngay: search.ngay }} />
          <p>
            <Link to="/tong-quan" search={(previous) => ({ 'don-vi': unit.code, ...keepScope(previous) })} className={styles['overview']}>
              {u.unitPage.openOverview}
            </Link>
          </p>
          {seesSumsAlone(choice.hint.role) ? null : (
            <Suspense fallback={<Skeleton height="8rem" />}>
              <UnitRecords unit={unit} today={choice.hint.today} />
              <SupervisorsCard unit={unit.id} />
              <UnitLocalities unit={unit} today={choice.hint.today} />
            </Suspense>
          )}
        </>
      );
    case 'chi-tieu':
      return (
        <Suspense fallback={<TreeSkeleton />}>
          <UnitTargetsTab unit={unit.id} code={unit.code} role={choice.hint.role} />
        </Suspense>
      );
    case 'dang-vien':
      return seesSumsAlone(choice.hint.role) ? (
        <Card title={u.unitPage.tab['dang-vien']}>
          <Message title={m.evidence.forbidden} icon={<IconLock size="2rem" stroke={1.5} aria-hidden="true" />} />
        </Card>
      ) : (
        <PeopleTab unit={unit} search={search} onSearch={onSearch} />
      );
    case 'cap-duoi':
      return <ChildrenTab unit={unit} choice={choice} question={question} />;
    case 'lich-su':
      return (
        <HistoryTab unit={unit}>
          <AuthorityCard unit={unit.id} />
        </HistoryTab>
      );
  }
}
