import { enWatch } from '@banyan/schema/texts/en-watch';
import { viWatch } from '@banyan/schema/texts/vi-watch';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';
import { watchSlugs } from '../../shared/url/watch-slugs.ts';
import styles from './WatchCard.module.css';

const WatchCountsQuery = graphql(
  `
    query WatchCounts($unit: ID) {
      viewer { ...IdentityFields }
      watchCounts(unit: $unit) { list count base }
    }
  `,
  [IdentityFields],
);

interface WatchCardProps {
  readonly unit: string;
  /** The day up to which facts count: lists are those of its year. */
  readonly today: string;
}

/** How long each watch list of a unit is, of how many, and by which parameters: a dash where there is nobody to look at. Absent until that is known. */
export function WatchCard({ unit, today }: WatchCardProps) {
  const { m, f, language } = usePrinting();
  const { lists, usual } = language === 'VI' ? viWatch : enWatch;
  const keepUnit = useKeepUnit();
  const year = Number(today.slice(0, 4));
  const parameters = usual(String(year), String(year - 1));
  const [{ data }] = useQuery({ query: WatchCountsQuery, variables: { unit } });
  const counts = data?.watchCounts ?? [];
  if (counts.length === 0) return null;
  return (
    <Card title={m.navigation.watch} className={styles['card']}>
      <p className={styles['asOf']}>{m.overview.watchAsOf(f.date(today))}</p>
      <ul className={styles['lists']}>
        {counts.map(({ list, count, base }) => (
          <li key={list}>
            <div>
              <Link to="/canh-bao" search={(previous) => ({ ...keepUnit(previous), 'danh-sach': watchSlugs[list] })}>
                {lists[list]}
              </Link>
              <small>{parameters[list]}</small>
            </div>
            {base === 0 ? (
              <span>{m.common.none}</span>
            ) : (
              <span>
                <strong>{f.integer(count)}</strong> / {f.integer(base)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
