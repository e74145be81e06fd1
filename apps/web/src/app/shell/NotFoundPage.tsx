import { IconRoadOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import styles from './Shell.module.css';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { m } = usePrinting();
  return (
    <Message
      title={<h1 className={styles['missing']}>{m.states.pageTitle}</h1>}
      icon={<IconRoadOff size="2.2rem" stroke={1.5} aria-hidden="true" />}
      action={
        <Link to="/tong-quan" search={{}}>
          {m.navigation.overview}
        </Link>
      }
    >
      {m.states.pageBody}
    </Message>
  );
}
