import { IconMapPinOff } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message, Notice } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { Breadcrumb } from '../organisation/index.ts';
import { EvidenceAllowedContext, PeriodPicker } from '../ledger/index.ts';
import { OverviewContent } from './OverviewContent.tsx';
import styles from './OverviewPage.module.css';
import type { OverviewSearch } from './overview-search.ts';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { useOverview, type OverviewChoice, type OverviewUnitData } from './use-overview.ts';

const route = getRouteApi('/tong-quan');

/** The overview of one unit in one period: the figures, what is below, how it developed and who it was. */
export function OverviewPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const { choice, shown, ownUnitId, busy, error, retry } = useOverview(search);
  const change = (patch: OverviewSearch, replace = false) =>
    void navigate({
      search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }),
      replace,
      resetScroll: false,
    });
  if (error !== undefined && !busy) {
    return (
      <>
        <VisuallyHidden>
          <h1>{m.navigation.overview}</h1>
        </VisuallyHidden>
        <QueryFailure error={error} onRetry={retry} />
      </>
    );
  }
  if (choice === null || shown === undefined) return <OverviewSkeleton />;
  if (shown === null) {
    return (
      <Message
        title={<h1 className={styles['missing']}>{m.overview.notFoundTitle}</h1>}
        icon={<IconMapPinOff size="2.2rem" stroke={1.5} aria-hidden="true" />}
        action={
          <Link to="/tong-quan" search={({ ky }) => ({ ky })}>
            {m.overview.goToOwn}
          </Link>
        }
      >
        {m.overview.notFoundBody}
      </Message>
    );
  }
  const { unit } = shown;
  return (
    <EvidenceAllowedContext value={!seesSumsAlone(choice.hint.role)}>
      <div className={styles['page']} aria-busy={busy}>
        <PageHead unit={unit} choice={choice} ownUnitId={ownUnitId ?? unit.id} onPeriod={(ky) => change({ ky })} />
        <Problems choice={choice} search={search} />
        <OverviewContent unit={unit} choice={shown.choice} search={search} busy={busy} onSearch={change} />
      </div>
    </EvidenceAllowedContext>
  );
}

interface PageHeadProps {
  readonly unit: OverviewUnitData;
  readonly choice: OverviewChoice;
  readonly ownUnitId: string;
  readonly onPeriod: (period: string) => void;
}

function PageHead({ unit, choice, ownUnitId, onPeriod }: PageHeadProps) {
  const { m, f } = usePrinting();
  const { period } = unit.rollup;
  const heading = useHeadingFocus(unit.id);
  useEffect(() => {
    document.title = `${m.overview.title(unit.name)} – ${m.product.name}`;
  }, [unit.name, m]);
  return (
    <div className={styles['head']}>
      <div className={styles['where']}>
        <Breadcrumb unit={unit} ownUnitId={ownUnitId} />
        <h1 ref={heading} tabIndex={-1}>
          <ProperName>{unit.name}</ProperName>
        </h1>
        <p className={styles['meta']}>
          {unit.kind.name} · {m.scope.between(f.date(period.from), f.date(period.to))}
          {unit.lastDataOn !== null && !period.complete ? ` · ${m.scope.lastData(f.date(unit.lastDataOn))}` : null}
        </p>
      </div>
      <PeriodPicker
        period={choice.period}
        label={f.period(choice.period, currentTerm(unit, choice.hint.today))}
        today={choice.hint.today}
        role={choice.hint.role}
        terms={unit.terms}
        onChange={onPeriod}
      />
    </div>
  );
}

function currentTerm({ terms }: OverviewUnitData, today: string): string | undefined {
  return terms.findLast(({ startsOn }) => startsOn <= today)?.label;
}

/** Moves the focus to the heading when another unit is opened, so that keyboards and readers start at its top. */
function useHeadingFocus(unitId: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(unitId);
  useEffect(() => {
    if (shown.current === unitId) return;
    shown.current = unitId;
    heading.current?.focus({ preventScroll: true });
  }, [unitId]);
  return heading;
}

interface ProblemsProps {
  readonly choice: OverviewChoice;
  readonly search: OverviewSearch;
}

function Problems({ choice, search }: ProblemsProps) {
  const { m, f } = usePrinting();
  const label = f.inSentence(f.period(choice.period));
  return (
    <>
      {choice.problem === 'UNREADABLE' ? <Notice tone="warning">{m.scope.badPeriod(label)}</Notice> : null}
      {choice.problem === 'FORBIDDEN' ? <Notice>{m.scope.forbiddenPeriod(label)}</Notice> : null}
      {search.unknownKeys === undefined ? null : <Notice tone="warning">{m.scope.unknownKeys(search.unknownKeys.join(', '))}</Notice>}
    </>
  );
}
