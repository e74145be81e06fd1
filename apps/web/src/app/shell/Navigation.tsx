import { IconLayoutDashboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import styles from './Navigation.module.css';

/** The pages, in the order of how often they are used: beside the page on a wide screen, under the thumb on a phone. */
export function Navigation() {
  const { m } = usePrinting();
  return (
    <nav aria-label={m.navigation.label} className={styles['navigation']}>
      <ul>
        <li>
          <Link to="/tong-quan" search={keepScope} activeOptions={{ includeSearch: false }}>
            <IconLayoutDashboard size="1.45em" stroke={1.7} aria-hidden="true" />
            {m.navigation.overview}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** Unit, period and day go along from page to page; what one page alone understands stays behind. */
function keepScope({ 'don-vi': unit, ky, ngay }: { 'don-vi'?: string | undefined; ky?: string | undefined; ngay?: string | undefined }) {
  return { 'don-vi': unit, ky, ngay };
}
