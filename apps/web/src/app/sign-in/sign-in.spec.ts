import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextPath } from './next-path.ts';
import { requestSignIn } from './request.ts';
import { signInTexts } from './texts.ts';

const origin = 'https://banyan.example';
const attempt = { account: 'board@long-an', password: 'x', language: 'VI' } as const;

function answerWith(body: unknown) {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body)));
}

afterEach(() => vi.unstubAllGlobals());

describe('after signing in', () => {
  it('the page that was asked for is opened', () => {
    expect(nextPath('?tiep=%2Ftong-quan%3Fdon-vi%3Dlong-an', origin)).toBe('/tong-quan?don-vi=long-an');
  });

  it.each(['', '?tiep=https://evil.example', '?tiep=//evil.example', '?tiep=/\\evil.example', '?tiep=/dang-nhap', '?tiep=javascript:alert(1)'])(
    'nothing but our own pages is opened (%j)',
    (search) => {
      expect(nextPath(search, origin)).toBe('/');
    },
  );
});

describe('an attempt to sign in', () => {
  it('succeeds with what the next page needs', async () => {
    answerWith({ data: { signIn: { __typename: 'SignInSucceeded', viewer: { role: 'BOARD', today: '2024-06-30' } } } });
    expect(await requestSignIn(attempt)).toEqual({ kind: 'SUCCEEDED', role: 'BOARD', today: '2024-06-30' });
  });

  it('is refused in the words of the server, with the seconds to wait', async () => {
    answerWith({ data: { signIn: { __typename: 'SignInRefused', code: 'WAIT', message: 'Chờ', retryAfterSeconds: 7.2 } } });
    expect(await requestSignIn(attempt)).toEqual({ kind: 'REFUSED', message: 'Chờ', seconds: 8 });
  });

  it('tells a fault of the server from a fault of the network', async () => {
    answerWith({ errors: [{ message: 'x' }] });
    expect(await requestSignIn(attempt)).toEqual({ kind: 'FAILED' });
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('network')));
    expect(await requestSignIn(attempt)).toEqual({ kind: 'OFFLINE' });
  });
});

describe('the texts of the page', () => {
  it('do not say whether an account exists', () => {
    const all = JSON.stringify(signInTexts);
    expect(all).not.toMatch(/không tồn tại|does not exist|unknown account/i);
  });
});
