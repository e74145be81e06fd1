import { lazy, Suspense } from 'react';
import { useClient, useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { Pages, useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { fetchedPage } from '../fetch-page.ts';
import { DocumentsQuery } from '../record-documents.ts';
import { DocumentFields, type DocumentData } from '../record-fields.ts';
import { RecordDownload } from '../RecordDownload.tsx';
import { useRecordTexts } from '../use-record-texts.ts';
import { DocumentTable } from './DocumentTable.tsx';
import type { DocumentFilter } from './documents-search.ts';

const DocumentPanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./DocumentPanel.tsx'))).DocumentPanel }));

interface DocumentListProps {
  readonly filter: DocumentFilter;
  readonly isFiltered: boolean;
  readonly unitCode: string;
  /** Id of the document that is shown beside the list; `moi` for one that is entered. */
  readonly opened: string | undefined;
  readonly onOpen: (document: string | undefined) => void;
  readonly onClear: () => void;
}

/** The register, a page at a time, and the document that is shown beside it. */
export function DocumentList({ filter, isFiltered, unitCode, opened, onOpen, onClear }: DocumentListProps) {
  const { t } = useRecordTexts();
  const pages = useTurnedPages();
  const [{ data, error, fetching }, execute] = useQuery({ query: DocumentsQuery, variables: { ...filter, first: pages.size, after: pages.after } });
  const again = () => execute({ requestPolicy: 'network-only' });
  const panel = opened === undefined ? null : (
    <Suspense>
      <DocumentPanel document={opened === 'moi' ? null : opened} unit={filter.unit} onOpen={onOpen} onChanged={again} onClose={() => onOpen(undefined)} />
    </Suspense>
  );
  if (error !== undefined && data === undefined) return <QueryFailure error={error} onRetry={again} />;
  if (data === undefined) return <RowSkeleton />;
  if (data.documents.totalCount === 0) {
    return (
      <>
        {isFiltered ? <Message title={t.documents.emptyFiltered} action={<Button onClick={onClear}>{t.common.clear}</Button>} /> : <Message title={t.documents.empty}>{t.documents.emptyNext}</Message>}
        {panel}
      </>
    );
  }
  return (
    <Card title={t.documents.list}>
      <Pages pages={pages} page={data.documents} fetching={fetching} said={t.documents.shown}>
        <DocumentTable rows={data.documents.nodes.map((node) => readFragment(DocumentFields, node))} onOpen={onOpen} />
      </Pages>
      <Download filter={filter} unitCode={unitCode} />
      {panel}
    </Card>
  );
}

function Download({ filter, unitCode }: { readonly filter: DocumentFilter; readonly unitCode: string }) {
  const { f } = usePrinting();
  const { t, words } = useRecordTexts();
  const client = useClient();
  const yes = (is: boolean) => (is ? t.common.yes : null);
  return (
    <RecordDownload<DocumentData>
      fileName={`${t.documents.files}-${unitCode}`}
      sheet={t.documents.list}
      columns={t.documents.columns}
      fetchPage={async (after) =>
        fetchedPage(
          await client.query(DocumentsQuery, { ...filter, first: 100, after }, { requestPolicy: 'network-only' }).toPromise(),
          ({ documents }) => documents,
          (node) => readFragment(DocumentFields, node),
        )
      }
      cells={(row) => [
        row.number,
        words.documentKinds[row.kind],
        f.date(row.issuedOn),
        row.title,
        row.unit?.name ?? null,
        row.issuer,
        row.implements?.number ?? null,
        yes(row.isHandedDown),
        row.warnings.map((warning) => words.documentWarnings[warning]).join(' ') || null,
        row.recordedBy,
        row.takenBackReason,
      ]}
    />
  );
}
