import type { WatchList } from '@banyan/schema/watch';
import { useClient } from 'urql';
import { fetchAll } from '../../shared/download/fetch-all.ts';
import { ListDownload } from '../../shared/download/ListDownload.tsx';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { watchSlugs } from '../../shared/url/watch-slugs.ts';
import { useWatchTexts } from './use-watch-texts.ts';
import { WatchFileQuery, WatchRows } from './watch-documents.ts';
import type { readWatch } from './watch-parameters.ts';
import { useColumns } from './WatchTable.tsx';

interface WatchDownloadProps {
  /** Id of the unit in whose subtree; null for the viewer's own. */
  readonly unit: string | null;
  readonly list: WatchList;
  readonly parameters: ReturnType<typeof readWatch>['parameters'];
}

/** All of a watch list as a file, by the parameters that are chosen. */
export function WatchDownload({ unit, list, parameters }: WatchDownloadProps) {
  const { f } = usePrinting();
  const { t, words } = useWatchTexts();
  const client = useClient();
  const columns = useColumns(list);
  const read = async (after: string | null) => {
    const { data, error } = await client.query(WatchFileQuery, { unit, list, parameters, after }, { requestPolicy: 'network-only' }).toPromise();
    if (data === undefined) throw error ?? new Error('An answer without data');
    const { nodes, pageInfo, totalCount } = readFragment(WatchRows, data.watchList);
    return { rows: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null, total: totalCount };
  };
  const titles = [t.unit, ...Object.values(columns).filter((title) => title !== '')];
  return (
    <ListDownload
      fileName={`${t.file}-${watchSlugs[list]}`}
      sheet={words.lists[list]}
      rows={async (onProgress) => {
        const rows = await fetchAll(read, onProgress);
        return [titles, ...rows.map(({ unit, since, count, percent, candidacy, name }) => [
          unit === null ? '' : `${unit.name}, ${unit.parent?.name ?? ''}`.replace(/, $/, ''),
          ...(columns.since === '' ? [] : [since === null ? '' : f.date(since)]),
          ...(columns.count === '' ? [] : [count ?? '']),
          ...(columns.percent === '' ? [] : [percent ?? '']),
          ...(columns.person === '' ? [] : [candidacy?.person?.fullName ?? '']),
          ...(columns.place === '' ? [] : [name ?? '']),
        ])];
      }}
    />
  );
}
