import { parsePeriod } from '@banyan/schema/period';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { UnitNotFound } from '../organisation/index.ts';
import { PageFailure, PrintButton, ScopeHead, usePageAnswer, useScope, type Answered } from '../scope/index.ts';
import { TreeSkeleton } from '../unit-tree/index.ts';
import { SetForm, usualPeriods } from './SetForm.tsx';
import { TargetListFields, TargetsPageFields, TargetsQuery } from './target-documents.ts';
import { TargetTable } from './TargetTable.tsx';
import styles from './Targets.module.css';
import { useTargetTexts } from './use-target-texts.ts';
import { WorksheetCard } from './WorksheetCard.tsx';

const route = getRouteApi('/chi-tieu');
type PageData = ResultOf<typeof TargetsPageFields>;

/** What a unit is asked for, how far it is, and how it hands it down. */
export function TargetsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { language } = usePrinting();
  const { t } = useTargetTexts();
  const scope = useScope(search);
  const code = search['don-vi'];
  const own = code === undefined;
  const { period, asOf } = scope.question;
  const query = useQuery({ query: TargetsQuery, pause: !scope.isKnown, variables: { code: code ?? null, own, period, asOf, sumsAlone: seesSumsAlone(scope.choice.hint.role), language } });
  const { data } = query[0];
  const { choice, shown, ownUnitId, busy, error, outdated, retry } = usePageAnswer({ scope, choice: scope.choice, query, unit: readFragment(TargetsPageFields, own ? data?.viewer?.own : data?.unit) });
  if (error !== undefined) return <PageFailure title={t.title} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <TreeSkeleton />;
  if (shown === null) return <UnitNotFound page="/chi-tieu" />;
  const { unit } = shown;
  const opened = search['chi-tieu'];
  return (
    <div className={styles['page']} aria-busy={busy}>
      <ScopeHead
        unit={unit}
        choice={choice}
        ownUnitId={ownUnitId ?? unit.id}
        page="/chi-tieu"
        title={t.pageTitle(unit.name)}
        counted={unit.rollup.period}
        unknownKeys={search.unknownKeys}
        onUpdate={outdated ? retry : undefined}
        onScope={(change) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...change }), resetScroll: false })}
        tools={<PrintButton busy={busy} />}
      />
      {opened === undefined ? (
        <Targets shown={shown} role={choice.hint.role} onChanged={retry} />
      ) : (
        <WorksheetCard key={opened} target={opened} today={choice.hint.today} onBack={() => void navigate({ search: (previous) => ({ ...previous, 'chi-tieu': undefined }) })} onChanged={retry} />
      )}
    </div>
  );
}

interface TargetsProps {
  readonly shown: Answered<PageData>;
  readonly role: string;
  readonly onChanged: () => void;
}

function Targets({ shown: { unit, choice, question }, role, onChanged }: TargetsProps) {
  const { f } = usePrinting();
  const { t } = useTargetTexts();
  const [isSetting, setSetting] = useState(false);
  const ids = new Set(unit.ofPeriod.map(({ id }) => id));
  const read = (targets: PageData['targets']) => targets.map((target) => readFragment(TargetListFields, target));
  const [ofPeriod, others] = [read(unit.targets.filter(({ id }) => ids.has(id))), read(unit.targets.filter(({ id }) => !ids.has(id)))];
  const mayset = role === 'STAFF' || role === 'BOARD';
  const table = { code: unit.code, onChanged };
  const periods = usualPeriods(question.period, choice.hint.today).flatMap((value) => {
    const parts = parsePeriod(value);
    return parts === null ? [] : [{ value, label: f.period(parts) }];
  });
  return (
    <>
      <Card
        title={
          <>
            {t.ofPeriod} <span className={styles['muted']}>{unit.rollup.period.label}</span>
          </>
        }
        tools={mayset && !isSetting ? <Button onClick={() => setSetting(true)}>{t.set}</Button> : undefined}
      >
        {isSetting ? <SetForm unit={unit.id} periods={periods} onClose={() => setSetting(false)} onDone={() => { setSetting(false); onChanged(); }} /> : null}
        {ofPeriod.length === 0 ? <Message title={t.none}>{t.noneBody}</Message> : <TargetTable targets={ofPeriod} withPeriod={false} {...table} />}
      </Card>
      {others.length === 0 ? null : (
        <Card title={t.otherPeriods}>
          <TargetTable targets={others} withPeriod {...table} />
        </Card>
      )}
    </>
  );
}
