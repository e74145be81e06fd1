import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ViewerQuery } from '../../features/access/index.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import styles from './Shell.module.css';

/** A page that the role in use has not: once for the whole page, with the way to what the role sees. */
export function RefusedPage() {
  const { m, texts } = usePrinting();
  // The page that asked who it is has gone.
  useQuery({ query: ViewerQuery });
  return (
    <div role="alert">
      <Message
        title={<h1 className={styles['missing']}>{m.states.forbiddenTitle}</h1>}
        icon={<IconLock size="2.2rem" stroke={1.5} aria-hidden="true" />}
        action={
          <Link to="/tong-quan" search={{}}>
            {m.navigation.overview}
          </Link>
        }
      >
        {texts.errors.FORBIDDEN_FOR_ROLE}
      </Message>
    </div>
  );
}
