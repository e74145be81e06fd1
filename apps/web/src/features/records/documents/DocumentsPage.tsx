import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from '../../../shared/ui/Button.tsx';
import { pageStyles, useFocusBack } from '../../candidacies/index.ts';
import { RecordHead, useRecordPage } from '../RecordPage.tsx';
import { useRecordTexts } from '../use-record-texts.ts';
import { DocumentFilters } from './DocumentFilters.tsx';
import { DocumentList } from './DocumentList.tsx';
import { documentFilterOf, isFiltered, type DocumentsSearch } from './documents-search.ts';

const route = getRouteApi('/van-ban');

/** The register of documents of a unit: its own, those from below, and those that were handed down to it. */
export function DocumentsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { t } = useRecordTexts();
  const page = useRecordPage({ code: search['don-vi'], title: t.documents.title, page: '/van-ban' });
  const change = (patch: DocumentsSearch, replace = false) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), replace, resetScroll: false });
  useFocusBack(search['van-ban'] !== undefined);
  if ('instead' in page) return page.instead;
  const { unit, today, keeps } = page;
  const filter = documentFilterOf(search, unit.id);
  return (
    <div className={pageStyles['page']} aria-busy={page.busy}>
      <RecordHead
        page={page}
        unknownKeys={search.unknownKeys}
        onUnit={(code) => change({ 'don-vi': code })}
        action={
          keeps ? (
            <Button tone="primary" icon={<IconPlus size="1.2em" aria-hidden="true" />} onClick={() => change({ 'van-ban': 'moi' })}>
              {t.documents.register}
            </Button>
          ) : null
        }
      />
      <DocumentFilters search={search} today={today} onSearch={change} />
      <DocumentList
        key={JSON.stringify(filter)}
        filter={filter}
        isFiltered={isFiltered(search)}
        unitCode={unit.code}
        opened={search['van-ban']}
        onOpen={(document) => change({ 'van-ban': document })}
        onClear={() => change({ tim: undefined, loai: undefined, nam: undefined, nguon: undefined })}
      />
    </div>
  );
}
