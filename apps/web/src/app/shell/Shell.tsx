import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { AccountMenu, ViewerFields, ViewerQuery } from '../../features/access/index.ts';
import { PaletteLauncher } from '../../features/palette/index.ts';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { BrandMark } from './BrandMark.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import { HelpLink } from './HelpLink.tsx';
import { Navigation } from './Navigation.tsx';
import { NoPage } from './NoPage.tsx';
import { SessionGuard } from './SessionGuard.tsx';
import styles from './Shell.module.css';
import { isPageRefused, usePages } from './use-pages.ts';

/** The frame of every page: identity, navigation, account; below it the page. */
export function Shell() {
  const { m } = usePrinting();
  // Read from what the page itself asks for: the frame makes no request of its own.
  const [{ data }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-only' });
  const viewer = readFragment(ViewerFields, data?.viewer);
  const pages = usePages().flatMap((group) => group.pages);
  const path = useRouterState({ select: ({ location: { pathname } }) => pathname });
  // For a room the page is alone on the screen.
  const alone = useRouterState({ select: ({ location: { pathname, search } }) => pathname === '/tong-quan' && search['tv'] === '1' });
  const guard = <SessionGuard viewer={data?.viewer ?? null} />;
  if (alone) {
    return (
      <>
        <main id="noi-dung" tabIndex={-1} className={styles['alone']}>
          <Outlet />
        </main>
        {guard}
      </>
    );
  }
  return (
    <>
      <a className={styles['skip']} href="#noi-dung">
        {m.common.skip}
      </a>
      <header className={styles['header']}>
        <div className={styles['bar']}>
          <Link to="/tong-quan" search={({ ky }) => ({ ky })} className={styles['brand']}>
            <BrandMark size="1.85rem" />
            <span>
              <strong>{m.product.name}</strong>
              <span>{m.product.subject}</span>
            </span>
          </Link>
          <PaletteLauncher pages={pages} withPeople={viewer ? !seesSumsAlone(viewer.role) : false} />
          <div className={styles['account']}>
            <HelpLink />
            {data?.viewer ? <AccountMenu viewer={data.viewer} /> : <Skeleton width="9rem" height="2rem" />}
          </div>
        </div>
      </header>
      <ConnectionBar />
      <div className={styles['body']}>
        <div className={styles['side']}>
          <Navigation />
        </div>
        <main id="noi-dung" tabIndex={-1} className={styles['main']}>
          {viewer && isPageRefused(path, viewer.role) ? <NoPage isRefused /> : <Outlet />}
        </main>
      </div>
      {guard}
    </>
  );
}
