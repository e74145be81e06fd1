import { IconRoadOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ViewerQuery } from '../../features/access/index.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import styles from './Shell.module.css';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { m } = usePrinting();
  // No page asks anything here, and the frame shows what a page asked: who it is, and the pages of the role.
  useQuery({ query: ViewerQuery });
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
