import { enWatch } from '@banyan/schema/texts/en-watch';
import { viWatch } from '@banyan/schema/texts/vi-watch';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { keepScope } from '../../shared/url/keep-scope.ts';
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

/** How long each watch list of a unit is, by its usual parameters; absent until that is known. */
export function WatchCard({ unit }: { readonly unit: string }) {
  const { m, f, language } = usePrinting();
  const { lists } = language === 'VI' ? viWatch : enWatch;
  const [{ data }] = useQuery({ query: WatchCountsQuery, variables: { unit } });
  const counts = data?.watchCounts.filter(({ base }) => base > 0) ?? [];
  if (counts.length === 0) return null;
  return (
    <Card title={m.navigation.watch} className={styles['card']}>
      <ul className={styles['lists']}>
        {counts.map(({ list, count, base }) => (
          <li key={list}>
            <Link to="/canh-bao" search={(previous) => ({ ...keepScope(previous), 'danh-sach': watchSlugs[list] })}>
              {lists[list]}
            </Link>
            <span>
              <strong>{f.integer(count)}</strong> / {f.integer(base)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
