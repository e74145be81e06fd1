import { useQuery } from 'urql';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Pages, useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { tableStyles } from '../../candidacies/index.ts';
import { UnitLink } from '../../organisation/index.ts';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { InspectionAgesQuery } from '../record-documents.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

/** The units below by when they were last inspected: those that never were first, then the longest ago. */
export function InspectionAges({ unit }: { readonly unit: string }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const pages = useTurnedPages(20);
  const [{ data, error, fetching }, execute] = useQuery({ query: InspectionAgesQuery, variables: { unit, first: pages.size, after: pages.after }, requestPolicy: 'cache-and-network' });
  const ages = useLast(data)?.inspectionAges;
  const { ageColumn } = t.inspections;
  if (ages === undefined) return error === undefined ? <RowSkeleton /> : <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  return (
    <Card title={t.inspections.ages} busy={fetching}>
      {ages.totalCount === 0 ? (
        <p>{t.inspections.agesEmpty}</p>
      ) : (
        <Pages pages={pages} page={ages} fetching={fetching} said={t.inspections.agesShown}>
          <table className={tableStyles['table']} aria-label={t.inspections.ages}>
            <thead>
              <tr>
                {[ageColumn.unit, ageColumn.last, ageColumn.times].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ages.nodes.map(({ unit: child, lastOn, daysSince, inspections }) =>
                child === null ? null : (
                  <tr key={child.id}>
                    <th scope="row">
                      <UnitLink page="/vuong-mac" code={child.code}>
                        <ProperName>{child.name}</ProperName>
                      </UnitLink>
                    </th>
                    <td data-label={ageColumn.last}>
                      {lastOn === null || daysSince === null ? (
                        <span className={styles['attention']}>{t.inspections.never}</span>
                      ) : (
                        <>
                          {f.date(lastOn)} <span className={styles['muted']}>· {t.inspections.daysAgo(f.integer(daysSince))}</span>
                        </>
                      )}
                    </td>
                    <td data-label={ageColumn.times}>{t.inspections.times(f.integer(inspections))}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </Pages>
      )}
    </Card>
  );
}
