import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { ChoiceBar } from '../many/ChoiceBar.tsx';
import { toggled, type Chosen } from '../many/chosen.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { PipelineRow, PipelineQuery } from './pipeline-documents.ts';
import { PipelineDownload } from './PipelineDownload.tsx';
import type { PipelineSearch } from './pipeline-search.ts';
import { PipelineTable } from './PipelineTable.tsx';
import styles from './Pipeline.module.css';
import { readStages } from './stage-choice.ts';
import type { CandidacyFilter } from './use-stage-counts.ts';

interface PipelineListProps {
  /** Without the stage, which the address says. */
  readonly filter: CandidacyFilter;
  readonly unitCode: string;
  readonly search: PipelineSearch;
  readonly onSearch: (patch: PipelineSearch, replace?: boolean) => void;
  readonly chosen: readonly Chosen[];
  readonly onChosen: (chosen: readonly Chosen[]) => void;
  /** Opens what records the step of those who are chosen. */
  readonly onRecord: () => void;
}

const pageSize = 50;

/** The candidates in one table, a page at a time. */
export function PipelineList({ filter, unitCode, search, onSearch, ...choice }: PipelineListProps) {
  const { t } = useCandidacyTexts();
  const stages = readStages(search.buoc);
  const whole: CandidacyFilter = { ...filter, stages: stages === null ? null : [...stages] };
  const orderBy = search.xep === 'han' ? 'DEADLINE' : 'GIVEN_NAME';
  return (
    <Card title={t.pipeline.listTitle} tools={<PipelineDownload filter={whole} orderBy={orderBy} unitCode={unitCode} />}>
      <Pages key={JSON.stringify([whole, orderBy])} filter={whole} orderBy={orderBy} onSearch={onSearch} {...choice} />
    </Card>
  );
}

interface PagesProps extends Pick<PipelineListProps, 'chosen' | 'onChosen' | 'onRecord'> {
  readonly filter: CandidacyFilter;
  readonly orderBy: 'DEADLINE' | 'GIVEN_NAME';
  readonly onSearch: PipelineListProps['onSearch'];
}

function Pages({ filter, orderBy, onSearch, chosen, onChosen, onRecord }: PagesProps) {
  const { m, f } = usePrinting();
  const { t } = useCandidacyTexts();
  // The cursor at which each page after the first begins.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [{ data, error, fetching }, execute] = useQuery({ query: PipelineQuery, variables: { filter, orderBy, after: cursors.at(-1) ?? null } });
  // Of the page that is shown: it stays until the next one is there.
  const before = useLast(fetching ? undefined : cursors.length * pageSize) ?? 0;
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <RowSkeleton />;
  const { nodes, pageInfo, totalCount } = data.candidacies;
  if (totalCount === 0) {
    const clear = () => onSearch({ tim: undefined, buoc: undefined, 'qua-han': undefined });
    return <Message title={t.pipeline.nobodyFound} action={<Button onClick={clear}>{m.children.clearFilter}</Button>} />;
  }
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <div className={styles['pages']} aria-busy={fetching}>
      <p role="status">{t.pipeline.shown(f.integer(before + 1), f.integer(before + nodes.length), f.integer(totalCount))}</p>
      <ChoiceBar filter={filter} states={[]} chosen={chosen} onChosen={onChosen} onRecord={onRecord} />
      <PipelineTable rows={nodes.map((node) => readFragment(PipelineRow, node))} chosen={chosen} onToggle={(one) => onChosen(toggled(chosen, one))} onOpen={(candidacy) => onSearch({ 'ho-so': candidacy })} />
      {totalCount <= pageSize ? null : (
        <div className={styles['turn']}>
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
            {t.turn.before}
          </Button>
          <Button disabled={next === null} onClick={() => next !== null && setCursors([...cursors, next])}>
            {t.turn.after}
          </Button>
        </div>
      )}
    </div>
  );
}
