import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { Pages, useTurnedPages } from '../../shared/ui/Pages.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { SearchBox } from '../../shared/ui/SearchBox.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { keepScope } from '../../shared/url/keep-scope.ts';
import { ByDocument } from './ByDocument.tsx';
import { SupervisionFields, SupervisionsQuery, type SupervisionData } from './supervision-documents.ts';
import type { SupervisionSearch } from './supervision-search.ts';
import { SupervisionDays } from './SupervisionDays.tsx';
import styles from './Supervision.module.css';
import { useSupervisionTexts } from './use-supervision-texts.ts';

const route = getRouteApi('/phu-trach');

/** Who is in charge of the units of the scope; each is changed on the page of its unit. */
export function AssignmentsCard({ search }: { readonly search: SupervisionSearch }) {
  const { t } = useSupervisionTexts();
  const navigate = route.useNavigate();
  const withEnded = search['ca-da-thoi'] !== undefined;
  const say = (patch: SupervisionSearch) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), replace: true, resetScroll: false });
  return (
    <Card
      title={t.listTitle}
      tools={
        <>
          <SearchBox label={t.list.search} hint={t.list.searchHint} value={search.tim} onChange={(tim) => say({ tim })} />
          <label className={styles['check']}>
            <input type="checkbox" checked={withEnded} onChange={() => say({ 'ca-da-thoi': withEnded ? undefined : '1' })} />
            {t.list.states.all}
          </label>
        </>
      }
    >
      <Assignments key={`${search.tim ?? ''} ${withEnded}`} tim={search.tim} withEnded={withEnded} />
    </Card>
  );
}

function Assignments({ tim, withEnded }: { readonly tim: string | undefined; readonly withEnded: boolean }) {
  const { t } = useSupervisionTexts();
  const pages = useTurnedPages();
  const [{ data, error, fetching }, execute] = useQuery({ query: SupervisionsQuery, variables: { states: withEnded ? null : ['IN_FORCE', 'TO_COME'], search: tim ?? null, after: pages.after } });
  const shown = useLast(fetching ? undefined : data);
  if (shown === undefined) return error === undefined || fetching ? <Skeleton height="8rem" /> : <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  const found = shown.supervisions;
  if (found.totalCount === 0) return <p className={styles['muted']}>{tim === undefined ? t.noneHere : t.noneFound}</p>;
  return (
    <Pages pages={pages} page={found} fetching={fetching} said={t.list.said}>
      <AssignmentTable supervisions={found.nodes.map((one) => readFragment(SupervisionFields, one))} />
    </Pages>
  );
}

function AssignmentTable({ supervisions }: { readonly supervisions: readonly SupervisionData[] }) {
  const { t, words } = useSupervisionTexts();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {[t.list.person, t.list.unit, t.list.kind, t.list.days, t.list.document].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {supervisions.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <ProperName>{one.personName}</ProperName>
              <p className={styles['muted']}>
                <ProperName>{one.post}</ProperName>
              </p>
            </th>
            <td data-label={t.list.unit}>
              {one.unit === null ? (
                one.unitName
              ) : (
                <Link to="/don-vi/$code" params={{ code: one.unit.code }} search={keepScope}>
                  <ProperName>{one.unit.name}</ProperName>
                </Link>
              )}
            </td>
            <td data-label={t.list.kind}>{one.state === 'IN_FORCE' ? words.kinds[one.kind] : `${words.kinds[one.kind]} (${words.states[one.state].toLocaleLowerCase()})`}</td>
            <td data-label={t.list.days}>
              <SupervisionDays {...one} />
            </td>
            <td data-label={t.list.document}>
              <ByDocument {...one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
