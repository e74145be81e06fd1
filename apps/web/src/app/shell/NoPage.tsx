import { IconRoadOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ViewerQuery } from '../../features/access/index.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import styles from './Shell.module.css';

/** In place of a page: the address leads nowhere, or to a page that the role in use has not. Once for the whole page, with the way to what the role sees. */
export function NoPage({ isRefused }: { readonly isRefused: boolean }) {
  const { m, texts } = usePrinting();
  // No page asks anything here, and the frame shows what a page asked: who it is, and the pages of the role.
  useQuery({ query: ViewerQuery });
  return (
    <div role={isRefused ? 'alert' : undefined}>
      <Message
        title={<h1 className={styles['missing']}>{isRefused ? m.states.forbiddenTitle : m.states.pageTitle}</h1>}
        icon={<IconRoadOff size="2.2rem" stroke={1.5} aria-hidden="true" />}
        action={
          <Link to="/tong-quan" search={{}}>
            {m.navigation.overview}
          </Link>
        }
      >
        {isRefused ? texts.errors.FORBIDDEN_FOR_ROLE : m.states.pageBody}
      </Message>
    </div>
  );
}
