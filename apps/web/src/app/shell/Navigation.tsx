import { Link, useMatch } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';
import styles from './Navigation.module.css';
import { usePages } from './use-pages.ts';

/** The pages: beside the page on a wide screen, under the thumb on a phone. */
export function Navigation() {
  const { m } = usePrinting();
  const keepUnit = useKeepUnit();
  // The page of a unit belongs to the organisation.
  const onUnit = useMatch({ from: '/don-vi/$code', shouldThrow: false }) !== undefined;
  return (
    <nav aria-label={m.navigation.label} className={styles['navigation']}>
      <ul>
        {usePages().map(({ to, title, Icon }) => (
          <li key={to}>
            <Link to={to} search={keepUnit} activeOptions={{ includeSearch: false }} aria-current={to === '/to-chuc' && onUnit ? 'true' : undefined}>
              <Icon size="1.45em" stroke={1.7} aria-hidden="true" />
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
