import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Provider } from 'urql';
import { IdentityContext, type IdentityControl } from '../features/access/index.ts';
import { makeClient } from '../shared/graphql/client.ts';
import { forgetDrafts } from '../shared/ui/drafts.ts';
import { RefreshContext } from '../shared/live/refresh-context.ts';
import { LanguageProvider, type LanguagePack } from '../shared/messages/LanguageProvider.tsx';
import { clearPeriodHint } from '../shared/period/period-hint.ts';
import { cssVariables, readStyleNonce, theme } from '../shared/theme/theme.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { makeRouter } from './router.tsx';
import { SessionContext, type SessionState } from './shell/session-events.ts';

const nonce = readStyleNonce();

/** The application. Whoever signs in gets a client, a router and a tree of their own. */
export function Root({ language }: { language: LanguagePack }) {
  const [generation, setGeneration] = useState(0);
  const control = useMemo<IdentityControl>(
    () => ({
      startAnew: (address) => {
        forgetDrafts();
        if (address !== undefined) history.replaceState(null, '', address);
        setGeneration((current) => current + 1);
      },
      leave: (reason) => {
        if (reason === 'dang-xuat') {
          clearPeriodHint();
          forgetDrafts();
        }
        location.assign(signInAddress(reason));
      },
    }),
    [],
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme="light"
      getStyleNonce={() => nonce}
      withGlobalClasses={false}
    >
      <LanguageProvider initial={language}>
        <CrashBoundary>
          <IdentityContext value={control}>
            <Signed key={generation} control={control} />
          </IdentityContext>
        </CrashBoundary>
      </LanguageProvider>
    </MantineProvider>
  );
}

function signInAddress(reason: 'het-phien' | 'dang-xuat'): string {
  if (reason === 'dang-xuat') return '/dang-nhap?vi-sao=dang-xuat';
  const here = `${location.pathname}${location.search}`;
  const search = new URLSearchParams(here === '/' || here === '/viec' || here === '/tong-quan' ? {} : { tiep: here });
  const text = search.toString();
  return text === '' ? '/dang-nhap' : `/dang-nhap?${text}`;
}

function Signed({ control }: { control: IdentityControl }) {
  const [ended, setEnded] = useState(false);
  const [{ client, resume, refresh }] = useState(() =>
    makeClient({ onSignedOut: () => setEnded(true), onIdentityChanged: () => control.startAnew('/') }),
  );
  const [router] = useState(makeRouter);
  const session = useMemo<SessionState>(
    () => ({
      ended,
      resume: () => {
        setEnded(false);
        resume();
      },
    }),
    [ended, resume],
  );
  return (
    <SessionContext value={session}>
      <RefreshContext value={refresh}>
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </RefreshContext>
    </SessionContext>
  );
}
