import type { Language } from '@banyan/schema/enums';
import { IconApi, IconChevronDown, IconDevices, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useMutation } from 'urql';
import { readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Dropdown } from '../../shared/ui/Dropdown.tsx';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { Segmented } from '../../shared/ui/Segmented.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import styles from './AccountMenu.module.css';
import { applyFontSize, fontSizes, readFontSize } from './font-size.ts';
import { GrantSwitch } from './GrantSwitch.tsx';
import { useIdentityControl } from './identity-context.ts';
import { SignOut, ViewerFields } from './viewer.ts';

// Opened by few: no page waits for it.
const SessionsDialog = lazy(async () => ({ default: (await loadPatiently(async () => await import('./SessionsDialog.tsx'))).SessionsDialog }));

interface AccountMenuProps {
  readonly viewer: FragmentOf<typeof ViewerFields>;
}

/** Who is signed in, in which role and where, and what can be set for oneself. */
export function AccountMenu({ viewer: masked }: AccountMenuProps) {
  const viewer = readFragment(ViewerFields, masked);
  const { m, texts } = usePrinting();
  const [opened, setOpened] = useState(false);
  const [sessions, setSessions] = useState(false);
  return (
    <>
      <Dropdown
        opened={opened}
        onChange={setOpened}
        title={m.account.title}
        width="21rem"
        target={
          <button type="button" className={styles['target']} onClick={() => setOpened(!opened)}>
            <IconUserCircle size="1.7em" stroke={1.6} aria-hidden="true" />
            <span className={styles['who']}>
              <VisuallyHidden>{m.account.title} </VisuallyHidden>
              <strong lang="vi">{viewer.account.displayName}</strong> <span>{texts.roles[viewer.role]}</span>
            </span>
            <IconChevronDown className={styles['chevron']} size="1.1em" aria-hidden="true" />
          </button>
        }
      >
        <Identity viewer={masked} />
        <GrantSwitch viewer={masked} />
        <Settings />
        <div className={styles['actions']}>
          <Button
            tone="quiet"
            className={styles['action']}
            icon={<IconDevices size="1.3em" stroke={1.7} aria-hidden="true" />}
            onClick={() => {
              setOpened(false);
              setSessions(true);
            }}
          >
            {m.account.sessions}
          </Button>
          <a href="/explorer" className={styles['link']}>
            <IconApi size="1.3em" stroke={1.7} aria-hidden="true" />
            {m.navigation.explorer}
          </a>
          <SignOutButton />
        </div>
      </Dropdown>
      <Suspense>{sessions ? <SessionsDialog onClose={() => setSessions(false)} /> : null}</Suspense>
    </>
  );
}

function Identity({ viewer: masked }: AccountMenuProps) {
  const { account, role, unit } = readFragment(ViewerFields, masked);
  const { m, texts } = usePrinting();
  return (
    <div className={styles['identity']}>
      <p className={styles['name']}>
        <ProperName>{account.displayName}</ProperName>
      </p>
      <p className={styles['login']}>{account.name}</p>
      <dl>
        <dt>{m.account.role}</dt>
        <dd>{texts.roles[role]}</dd>
        <dt>{m.account.unit}</dt>
        <dd>
          <ProperName>{unit.name}</ProperName>
        </dd>
      </dl>
    </div>
  );
}

function Settings() {
  const { m, language, setLanguage } = usePrinting();
  const [size, setSize] = useState(readFontSize);
  const marks = { normal: 'A', large: 'A+', largest: 'A++' };
  return (
    <div className={styles['settings']}>
      <p>{m.account.language}</p>
      <Segmented<Language>
        wide
        label={m.account.language}
        value={language}
        onChange={(next) => void setLanguage(next)}
        segments={[
          { value: 'VI', label: 'Tiếng Việt' },
          { value: 'EN', label: 'English' },
        ]}
      />
      <p>{m.account.fontSize}</p>
      <Segmented
        wide
        label={m.account.fontSize}
        value={size}
        onChange={(next) => {
          applyFontSize(next);
          setSize(next);
        }}
        segments={fontSizes.map((value) => ({ value, label: marks[value], spoken: m.account.fontSizes[value] }))}
      />
    </div>
  );
}

function SignOutButton() {
  const { m } = usePrinting();
  const { leave } = useIdentityControl();
  const [{ fetching, error }, signOut] = useMutation(SignOut);
  const act = async () => {
    const result = await signOut({});
    if (result.error === undefined) leave('dang-xuat');
  };
  return (
    <>
      <Button
        tone="quiet"
        className={styles['action']}
        icon={<IconLogout size="1.3em" stroke={1.7} aria-hidden="true" />}
        onClick={() => void act()}
      >
        {fetching ? m.account.signingOut : m.account.signOut}
      </Button>
      {error === undefined ? null : (
        <p role="alert" className={styles['error']}>
          {m.account.failed}
        </p>
      )}
    </>
  );
}
