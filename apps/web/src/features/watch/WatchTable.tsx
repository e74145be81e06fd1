import type { WatchList } from '@banyan/schema/watch';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { fullUnitName, PersonLink, tableStyles as styles } from '../candidacies/index.ts';
import { UnitLink } from '../organisation/index.ts';
import { useWatchTexts } from './use-watch-texts.ts';
import type { WatchRowData } from './watch-documents.ts';

interface WatchTableProps {
  readonly list: WatchList;
  readonly rows: readonly WatchRowData[];
}

/** Which columns a list has. */
export function useColumns(list: WatchList) {
  const { t } = useWatchTexts();
  return { since: t.since[list], count: t.count[list], percent: t.percent[list], person: list === 'SOURCES_WITHOUT_ADMISSION' || list === 'CERTIFICATES_EXPIRING' ? t.person : '', place: list === 'PLACES' ? t.place : '' };
}

/** The rows of a watch list: each opens its unit, and the person whom it is about. */
export function WatchTable({ list, rows }: WatchTableProps) {
  const { words, t } = useWatchTexts();
  const columns = useColumns(list);
  return (
    <table className={styles['table']} aria-label={words.lists[list]} data-kind="watch">
      <thead>
        <tr>
          <th scope="col">{t.unit}</th>
          {Object.entries(columns).map(([key, title]) => (title === '' ? null : <th key={key} scope="col">{title}</th>))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.unit?.id} ${row.candidacy?.id} ${row.name}`} row={row} list={list} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, list }: { readonly row: WatchRowData; readonly list: WatchList }) {
  const { f } = usePrinting();
  const { t } = useWatchTexts();
  const columns = useColumns(list);
  const { unit, candidacy, since, count, percent, name } = row;
  const person = candidacy?.person ?? null;
  return (
    <tr>
      <th scope="row">
        {unit === null ? null : (
          <UnitLink page="/don-vi/$code" code={unit.code}>
            <ProperName>{fullUnitName(unit)}</ProperName>
          </UnitLink>
        )}
      </th>
      {columns.since === '' ? null : (
        <td data-label={columns.since}>
          {since === null ? '–' : f.date(since)}
          {list === 'NO_ADMISSION' && count === 0 ? <span className={styles['small']}>{t.never}</span> : null}
        </td>
      )}
      {columns.count === '' ? null : <td data-label={columns.count}>{count === null ? '–' : f.integer(count)}</td>}
      {columns.percent === '' ? null : <td data-label={columns.percent}>{percent === null ? '–' : f.percent(percent)}</td>}
      {columns.person === '' ? null : <td data-label={columns.person}>{person === null ? '–' : <PersonLink id={person.id} name={person.fullName} list={{}} />}</td>}
      {columns.place === '' ? null : <td data-label={columns.place}>{name === null ? '–' : <ProperName>{name}</ProperName>}</td>}
    </tr>
  );
}
