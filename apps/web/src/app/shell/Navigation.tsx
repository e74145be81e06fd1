import { IconDots } from '@tabler/icons-react';
import { Link, useMatch, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';
import styles from './Navigation.module.css';
import { usePages, type Page } from './use-pages.ts';

/** The pages: beside the page on a wide screen; under the thumb on a phone, the most used ones there and the others one tap away. */
export function Navigation() {
  const { m } = usePrinting();
  const pages = usePages();
  const phone = usePhone();
  const placed = pages.filter(({ onPhone }) => onPhone !== undefined).toSorted((one, other) => (one.onPhone ?? 0) - (other.onPhone ?? 0));
  const shown = phone ? placed : pages;
  const others = pages.filter((page) => !shown.includes(page));
  return (
    <nav aria-label={m.navigation.label} className={styles['navigation']}>
      <ul>
        {shown.map((page) => (
          <li key={page.to}>
            <PageLink page={page} title={phone ? (page.short ?? page.title) : page.title} />
          </li>
        ))}
        {others.length === 0 ? null : (
          <li>
            <OtherPages pages={others} />
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Whether a page, or one that belongs to it, is open: the page of a unit belongs to the organisation. */
function useIsOpen() {
  const onUnit = useMatch({ from: '/don-vi/$code', shouldThrow: false }) !== undefined;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return ({ to }: Page) => path === to || path.startsWith(`${to}/`) || (to === '/to-chuc' && onUnit);
}

function PageLink({ page, title, onClick }: { readonly page: Page; readonly title: string; readonly onClick?: () => void }) {
  const { to, Icon } = page;
  const keepUnit = useKeepUnit();
  const isOpen = useIsOpen();
  return (
    <Link to={to} search={keepUnit} activeOptions={{ includeSearch: false }} aria-current={to === '/to-chuc' && isOpen(page) ? 'true' : undefined} onClick={onClick}>
      <Icon size="1.45em" stroke={1.7} aria-hidden="true" />
      {title}
    </Link>
  );
}

/** The pages that have no place of their own: in a sheet under the thumb. */
function OtherPages({ pages }: { readonly pages: readonly Page[] }) {
  const { m } = usePrinting();
  const [opened, setOpened] = useState(false);
  const isOpen = useIsOpen();
  return (
    <>
      <button type="button" aria-haspopup="dialog" aria-expanded={opened} aria-current={pages.some(isOpen) ? 'true' : undefined} onClick={() => setOpened(true)}>
        <IconDots size="1.45em" stroke={1.7} aria-hidden="true" />
        {m.navigation.more}
      </button>
      {opened ? (
        <Dialog sheet title={m.navigation.morePages} onClose={() => setOpened(false)}>
          <ul className={styles['others']}>
            {pages.map((page) => (
              <li key={page.to}>
                <PageLink page={page} title={page.title} onClick={() => setOpened(false)} />
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  );
}
