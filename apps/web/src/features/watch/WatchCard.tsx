import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { keepScope } from '../../shared/url/keep-scope.ts';
import { tableStyles as styles } from '../candidacies/index.ts';
import { useWatchTexts } from './use-watch-texts.ts';
import { WatchCountsQuery } from './watch-documents.ts';
import { slugOf } from './watch-search.ts';

/** How long each watch list of a unit is; absent until that is known. */
export function WatchCard({ unit }: { readonly unit: string }) {
  const { f } = usePrinting();
  const { t, words } = useWatchTexts();
  const [{ data }] = useQuery({ query: WatchCountsQuery, variables: { unit } });
  const counts = data?.watchCounts.filter(({ base }) => base > 0) ?? [];
  if (counts.length === 0) return null;
  return (
    <Card title={t.card.title}>
      <table className={styles['table']}>
        <tbody>
          {counts.map(({ list, count, base }) => (
            <tr key={list}>
              <th scope="row">
                <Link to="/canh-bao" search={(previous) => ({ ...keepScope(previous), 'danh-sach': slugOf(list) })}>
                  {words.lists[list]}
                </Link>
              </th>
              <td className={styles['number']}>{t.of(f.integer(count), f.integer(base))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
