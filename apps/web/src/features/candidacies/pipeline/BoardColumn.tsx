import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './Board.module.css';
import { CandidacyCard } from './CandidacyCard.tsx';
import { PipelineQuery, PipelineRow, type StageCountData } from './pipeline-documents.ts';
import type { CandidacyFilter } from './use-stage-counts.ts';

interface BoardColumnProps {
  readonly tally: StageCountData;
  /** Whether the numbers of the stages are known. */
  readonly isCounted: boolean;
  readonly filter: CandidacyFilter;
  /** Whether it is the only column, and has the width of the page. */
  readonly alone: boolean;
  readonly collapsed: boolean;
  readonly onCollapse?: (() => void) | undefined;
  readonly onOpen: (candidacy: string) => void;
  /** Shows the whole stage as a table; left out where there is none. */
  readonly onTable?: (() => void) | undefined;
}

/** One stage: how many, how many of them are late, how long they have stood there, and the first of them by limit. */
export function BoardColumn({ tally, isCounted, filter, alone, collapsed, onCollapse, onOpen, onTable }: BoardColumnProps) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const id = useId();
  const { stage, count, overdue, medianDays } = tally;
  if (collapsed) {
    return (
      <div className={styles['collapsed']}>
        <Button tone="quiet" icon={<IconChevronsLeft size="1.2em" aria-hidden="true" />} onClick={onCollapse}>
          {t.pipeline.unfold(words.stages[stage], f.integer(count))}
        </Button>
      </div>
    );
  }
  const empty = isCounted && count === 0;
  return (
    <section aria-labelledby={id} className={styles['column']} data-alone={alone || undefined} data-empty={(empty && !alone) || undefined}>
      <div className={styles['head']}>
        <h2 id={id}>
          {words.stages[stage]} <span className={styles['count']}>{isCounted ? f.integer(count) : ''}</span>
        </h2>
        <p className={styles['facts']}>
          {overdue === 0 ? null : <span className={styles['late']}>{t.pipeline.overdueCount(f.integer(overdue))}</span>}
          {medianDays === null ? null : <span title={t.pipeline.medianWhy}>{t.pipeline.medianDays(f.integer(medianDays))}</span>}
        </p>
        {onCollapse === undefined ? null : (
          <Button tone="quiet" icon={<IconChevronsRight size="1.2em" aria-hidden="true" />} onClick={onCollapse}>
            {t.pipeline.fold}
          </Button>
        )}
      </div>
      {empty ? <p className={styles['nobody']}>{t.pipeline.nobodyHere}</p> : <Cards tally={tally} filter={filter} onOpen={onOpen} onTable={onTable} />}
    </section>
  );
}

type CardsProps = Pick<BoardColumnProps, 'tally' | 'filter' | 'onOpen' | 'onTable'>;

function Cards({ tally: { stage }, filter, onOpen, onTable }: CardsProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const [{ data, error }, execute] = useQuery({ query: PipelineQuery, variables: { filter: { ...filter, stages: [stage] }, orderBy: 'DEADLINE', after: null } });
  if (error !== undefined && data === undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <Skeleton height="9rem" />;
  const { nodes, totalCount } = data.candidacies;
  return (
    <>
      <ul className={styles['cards']}>
        {nodes.map((node) => {
          const row = readFragment(PipelineRow, node);
          return (
            <li key={row.id}>
              <CandidacyCard row={row} onOpen={onOpen} />
            </li>
          );
        })}
      </ul>
      {totalCount <= nodes.length || onTable === undefined ? null : <Button onClick={onTable}>{t.pipeline.inTable(f.integer(totalCount))}</Button>}
    </>
  );
}
