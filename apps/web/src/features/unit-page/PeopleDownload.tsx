import { useClient } from 'urql';
import { fetchAll } from '../../shared/download/fetch-all.ts';
import { ListDownload } from '../../shared/download/ListDownload.tsx';
import type { VariablesOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { UnitPeopleQuery } from './unit-document.ts';

interface PeopleDownloadProps extends Pick<VariablesOf<typeof UnitPeopleQuery>, 'filter' | 'orderBy'> {
  readonly fileName: string;
}

/** All members that the filter finds, as a file. */
export function PeopleDownload({ fileName, filter, orderBy }: PeopleDownloadProps) {
  const { m, f, texts } = usePrinting();
  const client = useClient();
  const read = async (after: string | null) => {
    const { data, error } = await client.query(UnitPeopleQuery, { filter, orderBy, first: 100, after }, { requestPolicy: 'network-only' }).toPromise();
    if (data === undefined) throw error ?? new Error('An answer without data');
    const { nodes, pageInfo, totalCount } = data.people;
    return { rows: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null, total: totalCount };
  };
  const day = (date: string | null) => (date === null ? '' : f.date(date));
  return (
    <ListDownload
      fileName={fileName}
      sheet={m.overview.people}
      rows={async (onProgress) => [
        [m.person.name, m.person.birth, m.person.state, m.person.ceremony, m.person.official, m.person.unit],
        ...(await fetchAll(read, onProgress)).map(({ fullName, birthDate, state, ceremonyOn, officialOn, unit }) => [fullName, f.date(birthDate), texts.memberStates[state], day(ceremonyOn), day(officialOn), unit.name]),
      ]}
    />
  );
}
