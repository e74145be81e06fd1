import { Link, useMatch } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import styles from './Navigation.module.css';
import { usePages } from './use-pages.ts';

/** The pages: beside the page on a wide screen, under the thumb on a phone. */
export function Navigation() {
  const { m } = usePrinting();
  // The page of a unit says in its path which unit it is about; the other pages say it behind the question mark.
  const code = useMatch({ from: '/don-vi/$code', shouldThrow: false, select: ({ params }) => params.code });
  const keep = (search: Scope) => keepScope(search, code);
  return (
    <nav aria-label={m.navigation.label} className={styles['navigation']}>
      <ul>
        {usePages().map(({ to, title, Icon }) => (
          <li key={to}>
            <Link to={to} search={keep} activeOptions={{ includeSearch: false }} aria-current={to === '/to-chuc' && code !== undefined ? 'true' : undefined}>
              <Icon size="1.45em" stroke={1.7} aria-hidden="true" />
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Scope {
  readonly 'don-vi'?: string | undefined;
  readonly ky?: string | undefined;
  readonly ngay?: string | undefined;
}

/** Unit, period and day go along from page to page; what one page alone understands stays behind. */
function keepScope({ 'don-vi': unit, ky, ngay }: Scope, code: string | undefined): Scope {
  return { 'don-vi': code ?? unit, ky, ngay };
}
