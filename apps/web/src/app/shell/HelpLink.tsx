import { IconHelpCircle } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import styles from './Shell.module.css';

/** Opens the help of the page that is shown. */
export function HelpLink() {
  const { m } = usePrinting();
  const screen = useRouterState({ select: ({ location }) => location.pathname.split('/')[1] });
  return (
    <Link to="/tro-giup" search={screen === 'tro-giup' ? true : { trang: screen }} className={styles['help']} aria-label={m.help.open} title={m.help.open}>
      <IconHelpCircle size="1.6em" stroke={1.6} aria-hidden="true" />
    </Link>
  );
}
