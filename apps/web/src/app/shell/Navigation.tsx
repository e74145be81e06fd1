import { Link, useMatch } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';
import styles from './Navigation.module.css';
import { usePages } from './use-pages.ts';

/** The pages: beside the page on a wide screen, under the thumb on a phone. */
export function Navigation() {
  const { m } = usePrinting();
  const keepUnit = useKeepUnit();
  // The page of a unit belongs to the organisation.
  const onUnit = useMatch({ from: '/don-vi/$code', shouldThrow: false }) !== undefined;
  const pages = usePages();
  const phone = usePhone();
  const placed = pages.filter(({ onPhone }) => onPhone !== undefined).toSorted((one, other) => (one.onPhone ?? 0) - (other.onPhone ?? 0));
  const shown = phone && placed.length > 0 ? placed : pages;
  return (
    <nav aria-label={m.navigation.label} className={styles['navigation']}>
      <ul>
        {shown.map(({ to, title, short, Icon }) => (
          <li key={to}>
            <Link to={to} search={keepUnit} activeOptions={{ includeSearch: false }} aria-current={to === '/to-chuc' && onUnit ? 'true' : undefined}>
              <Icon size="1.45em" stroke={1.7} aria-hidden="true" />
              {phone ? (short ?? title) : title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
