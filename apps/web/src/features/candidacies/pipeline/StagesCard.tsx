import { Link } from '@tanstack/react-router';
import type { CombinedError } from 'urql';
import { ChartFigure } from '../../../shared/charts/ChartFigure.tsx';
import { PartBar } from '../../../shared/charts/PartBar.tsx';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import type { StageCountData } from './pipeline-documents.ts';
import type { PipelineSearch } from './pipeline-search.ts';
import { isOnTheWay, readStage, stageSlugs } from './stage-choice.ts';
import { findingOf } from './stage-finding.ts';
import styles from './StagesCard.module.css';

interface StagesCardProps {
  readonly counts: readonly StageCountData[] | undefined;
  readonly error: CombinedError | undefined;
  readonly onRetry: () => void;
  readonly search: PipelineSearch;
}

/** How many stand at each stage of the way, how many of them are late, and how long they have stood there. */
export function StagesCard({ counts, error, onRetry, search }: StagesCardProps) {
  const { t } = useCandidacyTexts();
  return (
    <Card title={t.pipeline.stagesTitle}>
      {counts !== undefined ? (
        <Stages tallies={counts.filter(({ stage }) => isOnTheWay(stage))} search={search} />
      ) : error === undefined ? (
        <Skeleton height="12rem" />
      ) : (
        <QueryFailure error={error} onRetry={onRetry} />
      )}
    </Card>
  );
}

interface StagesProps {
  readonly tallies: readonly StageCountData[];
  readonly search: PipelineSearch;
}

function Stages({ tallies, search }: StagesProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const max = Math.max(1, ...tallies.map(({ count }) => count));
  const chosen = readStage(search.buoc);
  const days = (median: number | null) => (median === null ? '' : t.pipeline.medianDays(f.integer(median)));
  return (
    <ChartFigure finding={<Finding tallies={tallies} isFiltered={search.tim !== undefined} />} table={<StagesTable tallies={tallies} />}>
      <ul className={styles['stages']}>
        {tallies.map(({ stage, count, overdue, medianDays }) => (
          <li key={stage}>
            <Link
              to="/nguon"
              search={(previous) => ({ ...previous, unknownKeys: undefined, buoc: chosen === stage ? undefined : stageSlugs[stage] })}
              resetScroll={false}
              className={styles['stage']}
              aria-current={chosen === stage ? 'true' : undefined}
              activeOptions={{ exact: true }}
            >
              <span className={styles['name']}>{words.stages[stage]}</span>
              <PartBar value={count} part={overdue} max={max} />
              <span className={styles['count']}>{f.integer(count)}</span>
              <span className={styles['late']}>{overdue === 0 ? null : t.pipeline.overdueCount(f.integer(overdue))}</span>
              <span className={styles['days']}>{days(medianDays)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

function Finding({ tallies, isFiltered }: { readonly tallies: readonly StageCountData[]; readonly isFiltered: boolean }) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const { total, fullest, late, latest } = findingOf(tallies);
  if (fullest === null) return isFiltered ? t.pipeline.nobodyFound : t.pipeline.findingNone;
  return (
    <>
      {total === 1 ? t.pipeline.findingOne(words.stages[fullest.stage]) : t.pipeline.finding(f.integer(total), words.stages[fullest.stage], f.integer(fullest.count))}{' '}
      {latest === null ? (
        t.pipeline.findingInTime
      ) : (
        <strong className={styles['late']}>{t.pipeline.findingLate(f.integer(late), words.stages[latest.stage], f.integer(latest.overdue))}</strong>
      )}
    </>
  );
}

function StagesTable({ tallies }: { tallies: readonly StageCountData[] }) {
  const { m, f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t.pipeline.stage}</th>
            <th scope="col">{t.pipeline.people}</th>
            <th scope="col">{t.pipeline.overdue}</th>
            <th scope="col">{t.pipeline.median}</th>
          </tr>
        </thead>
        <tbody>
          {tallies.map(({ stage, count, overdue, medianDays }) => (
            <tr key={stage}>
              <th scope="row">{words.stages[stage]}</th>
              <td>{f.integer(count)}</td>
              <td>{f.integer(overdue)}</td>
              <td>{medianDays === null ? m.common.none : f.integer(medianDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['why']}>{t.pipeline.medianWhy}</p>
    </>
  );
}
