import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { Pages, useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { ChoiceBar } from '../many/ChoiceBar.tsx';
import { toggled, type Chosen } from '../many/chosen.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { PipelineRow, PipelineQuery } from './pipeline-documents.ts';
import { CandidacyDownload } from './CandidacyDownload.tsx';
import type { PipelineSearch } from './pipeline-search.ts';
import { PipelineTable } from './PipelineTable.tsx';
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


/** The candidates in one table, a page at a time. */
export function PipelineList({ filter, unitCode, search, onSearch, ...choice }: PipelineListProps) {
  const { t } = useCandidacyTexts();
  const stages = readStages(search.buoc);
  const whole: CandidacyFilter = { ...filter, stages: stages === null ? null : [...stages] };
  const orderBy = search.xep === 'han' ? 'DEADLINE' : 'GIVEN_NAME';
  return (
    <Card title={t.pipeline.listTitle} tools={<CandidacyDownload filter={whole} orderBy={orderBy} unitCode={unitCode} />}>
      <Candidates key={JSON.stringify([whole, orderBy])} filter={whole} orderBy={orderBy} onSearch={onSearch} {...choice} />
    </Card>
  );
}

interface CandidatesProps extends Pick<PipelineListProps, 'chosen' | 'onChosen' | 'onRecord'> {
  readonly filter: CandidacyFilter;
  readonly orderBy: 'DEADLINE' | 'GIVEN_NAME';
  readonly onSearch: PipelineListProps['onSearch'];
}

function Candidates({ filter, orderBy, onSearch, chosen, onChosen, onRecord }: CandidatesProps) {
  const { m } = usePrinting();
  const { t } = useCandidacyTexts();
  const pages = useTurnedPages();
  const [{ data, error, fetching }, execute] = useQuery({ query: PipelineQuery, variables: { filter, orderBy, after: pages.after } });
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <RowSkeleton />;
  const { nodes, totalCount } = data.candidacies;
  if (totalCount === 0) {
    const clear = () => onSearch({ tim: undefined, buoc: undefined, 'qua-han': undefined });
    return <Message title={t.pipeline.nobodyFound} action={<Button onClick={clear}>{m.children.clearFilter}</Button>} />;
  }
  return (
    <Pages pages={pages} page={data.candidacies} fetching={fetching} said={t.pipeline.shown}>
      <ChoiceBar filter={filter} states={[]} chosen={chosen} onChosen={onChosen} onRecord={onRecord} />
      <PipelineTable rows={nodes.map((node) => readFragment(PipelineRow, node))} chosen={chosen} onToggle={(one) => onChosen(toggled(chosen, one))} onOpen={(candidacy) => onSearch({ 'ho-so': candidacy })} />
    </Pages>
  );
}
