import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { Pages, useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { LetterFields } from '../../people/index.ts';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { LetterBeside } from '../letter/LetterBeside.tsx';
import { LettersQuery } from '../transfer-documents.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';
import { LetterDownload } from './LetterDownload.tsx';
import { LetterTable } from './LetterTable.tsx';
import type { LetterFilter, TransferTab } from './transfer-tabs.ts';

interface LetterListProps {
  readonly tab: TransferTab;
  readonly filter: LetterFilter;
  readonly unitCode: string;
  readonly today: string;
  /** Id of the letter that is shown beside the list. */
  readonly opened: string | undefined;
  readonly onOpen: (letter: string | undefined) => void;
  readonly onClear: () => void;
}

/** The letters of one part, a page at a time, and the one that is shown beside them. */
export function LetterList({ tab, filter, unitCode, today, opened, onOpen, onClear }: LetterListProps) {
  const { t } = useTransferTexts();
  const pages = useTurnedPages();
  const [{ data, error, fetching }, execute] = useQuery({ query: LettersQuery, variables: { ...filter, first: pages.size, after: pages.after } });
  const rows = data?.transfers.nodes.map((node) => readFragment(LetterFields, node)) ?? [];
  const panel = opened === undefined ? null : <LetterBeside key={opened} id={opened} rows={rows} isLoading={fetching} today={today} onClose={() => onOpen(undefined)} />;
  if (error !== undefined && data === undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <RowSkeleton />;
  if (data.transfers.totalCount === 0) {
    return (
      <>
        <Nothing tab={tab} isFiltered={filter.isOverdue || filter.kinds !== null} onClear={onClear} />
        {panel}
      </>
    );
  }
  return (
    <Card title={t.tab[tab]}>
      <Pages pages={pages} page={data.transfers} fetching={fetching} said={t.shown}>
        <LetterTable tab={tab} rows={rows} onOpen={onOpen} />
      </Pages>
      <LetterDownload filter={filter} unitCode={unitCode} />
      {panel}
    </Card>
  );
}

/** Nothing is there: why, and the one next step. */
function Nothing({ tab, isFiltered, onClear }: { readonly tab: TransferTab; readonly isFiltered: boolean; readonly onClear: () => void }) {
  const { t } = useTransferTexts();
  if (isFiltered) return <Message title={t.emptyFiltered} action={<Button onClick={onClear}>{t.clear}</Button>} />;
  return <Message title={t.empty[tab]}>{t.emptyNext[tab]}</Message>;
}
