import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
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
  const title = isRefused ? m.states.forbiddenTitle : m.states.pageTitle;
  useEffect(() => {
    document.title = `${title} – ${m.product.name}`;
  }, [title, m]);
  return (
    <div role={isRefused ? 'alert' : undefined}>
      <Message
        title={<h1 className={styles['missing']}>{title}</h1>}
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
