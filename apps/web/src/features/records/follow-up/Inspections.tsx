import { useClient, useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { fetchedPage } from '../fetch-page.ts';
import { InspectionsQuery } from '../record-documents.ts';
import { InspectionFields, type InspectionData } from '../record-fields.ts';
import { RecordDownload } from '../RecordDownload.tsx';
import { useRecordTexts } from '../use-record-texts.ts';
import { FollowedList } from './FollowedList.tsx';
import type { TabProps } from './FollowUpPage.tsx';
import { InspectionAges } from './InspectionAges.tsx';
import { InspectionPanel, RecordInspectionPanel } from './InspectionPanel.tsx';
import { InspectionTable } from './InspectionTable.tsx';

/** When the units below were last inspected, and the inspections of a unit and of those below it. */
export function Inspections({ page, search, onSearch, onChanged }: TabProps) {
  const { t } = useRecordTexts();
  const pages = useTurnedPages();
  const unit = page.unit.id;
  const [{ data, error, fetching }, execute] = useQuery({ query: InspectionsQuery, variables: { unit, first: pages.size, after: pages.after } });
  const list = useLast(data)?.list;
  const rows = list?.nodes.map((node) => readFragment(InspectionFields, node)) ?? [];
  const opened = useLast(rows.find(({ id }) => id === search.muc));
  const again = () => {
    execute({ requestPolicy: 'network-only' });
    onChanged();
  };
  const close = () => onSearch({ muc: undefined });
  const done = () => {
    again();
    close();
  };
  return (
    <>
      <InspectionAges key={list?.totalCount} unit={unit} />
      <FollowedList
        title={t.inspections.list}
        list={list}
        error={error}
        fetching={fetching}
        pages={pages}
        said={t.inspections.shown}
        empty={t.inspections.empty}
        emptyNext={t.inspections.emptyNext}
        onRetry={again}
        download={<Download unit={unit} unitCode={page.unit.code} />}
      >
        <InspectionTable rows={rows} onOpen={(muc) => onSearch({ muc })} />
      </FollowedList>
      {search.muc === 'moi' ? <RecordInspectionPanel page={page} onDone={done} onClose={close} /> : null}
      {search.muc === undefined || search.muc === 'moi' || list === undefined ? null : opened?.id === search.muc ? (
        <InspectionPanel key={opened.id} row={opened} onChanged={again} onDone={done} onClose={close} />
      ) : (
        <SidePanel title={t.inspections.panel} onClose={close}>
          <p>{t.common.notHere}</p>
        </SidePanel>
      )}
    </>
  );
}

function Download({ unit, unitCode }: { readonly unit: string; readonly unitCode: string }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const client = useClient();
  return (
    <RecordDownload<InspectionData>
      fileName={`${t.inspections.files}-${unitCode}`}
      sheet={t.inspections.list}
      columns={t.inspections.columns}
      fetchPage={async (after) =>
        fetchedPage(
          await client.query(InspectionsQuery, { unit, first: 100, after }, { requestPolicy: 'network-only' }).toPromise(),
          ({ list }) => list,
          (node) => readFragment(InspectionFields, node),
        )
      }
      cells={(row) => [row.unit?.name ?? null, f.date(row.on), row.title, row.conclusion, row.inspector, row.by?.name ?? null, row.document?.number ?? null, row.recordedBy]}
    />
  );
}
