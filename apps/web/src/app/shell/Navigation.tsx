import { IconDots } from '@tabler/icons-react';
import { Link, useMatch, useRouterState } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';
import styles from './Navigation.module.css';
import { usePages, type Page, type PageGroup } from './use-pages.ts';

/** The pages: beside the page on a wide screen, in groups; under the thumb on a phone, the most used ones there and the others one tap away. */
export function Navigation() {
  const { m } = usePrinting();
  const groups = usePages();
  const phone = usePhone();
  return (
    <nav aria-label={m.navigation.label} className={styles['navigation']}>
      {phone ? <PhoneBar groups={groups} /> : <Groups groups={groups} />}
    </nav>
  );
}

interface GroupsProps {
  readonly groups: readonly PageGroup[];
  readonly onOpen?: (() => void) | undefined;
}

function Groups({ groups, onOpen }: GroupsProps) {
  const id = useId();
  return groups.map(({ title, pages }, index) => (
    <div key={title ?? ''} className={styles['group']}>
      {title === null ? null : <p id={`${id}${index}`}>{title}</p>}
      <ul aria-labelledby={title === null ? undefined : `${id}${index}`}>
        {pages.map((page) => (
          <li key={page.to}>
            <PageLink page={page} title={page.title} onClick={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

function PhoneBar({ groups }: GroupsProps) {
  const placed = groups.flatMap(({ pages }) => pages.filter(({ onPhone }) => onPhone !== undefined)).toSorted((one, other) => (one.onPhone ?? 0) - (other.onPhone ?? 0));
  const others = groups.flatMap(({ title, pages }) => {
    const rest = pages.filter((page) => !placed.includes(page));
    return rest.length === 0 ? [] : [{ title, pages: rest }];
  });
  return (
    <ul>
      {placed.map((page) => (
        <li key={page.to}>
          <PageLink page={page} title={page.short ?? page.title} />
        </li>
      ))}
      {others.length === 0 ? null : (
        <li>
          <OtherPages groups={others} />
        </li>
      )}
    </ul>
  );
}

/** Whether a page, or one that belongs to it, is open: the page of a unit belongs to the organisation. */
function useIsOpen() {
  const onUnit = useMatch({ from: '/don-vi/$code', shouldThrow: false }) !== undefined;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return ({ to }: Page) => path === to || path.startsWith(`${to}/`) || (to === '/to-chuc' && onUnit);
}

function PageLink({ page, title, onClick }: { readonly page: Page; readonly title: string; readonly onClick?: (() => void) | undefined }) {
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
function OtherPages({ groups }: GroupsProps) {
  const { m } = usePrinting();
  const [opened, setOpened] = useState(false);
  const isOpen = useIsOpen();
  const isHere = groups.some(({ pages }) => pages.some(isOpen));
  return (
    <>
      <button type="button" aria-haspopup="dialog" aria-expanded={opened} aria-current={isHere ? 'true' : undefined} onClick={() => setOpened(true)}>
        <IconDots size="1.45em" stroke={1.7} aria-hidden="true" />
        {m.navigation.more}
      </button>
      {opened ? (
        <Dialog sheet title={m.navigation.morePages} onClose={() => setOpened(false)}>
          <div className={styles['others']}>
            <Groups groups={groups} onOpen={() => setOpened(false)} />
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
