import { roles, type Language, type Role } from '@banyan/schema/enums';

/** The sign-in mutation, as text: this page carries no GraphQL client. */
export const signInDocument = `mutation SignIn($input: SignInInput!, $language: Language!) {
  signIn(input: $input) {
    __typename
    ... on SignInSucceeded { viewer { role today } }
    ... on SignInRefused { code message(language: $language) retryAfterSeconds }
  }
}`;

/** What came of an attempt to sign in. */
export type SignInOutcome =
  | { readonly kind: 'SUCCEEDED'; readonly today: string; readonly role: Role }
  | { readonly kind: 'REFUSED'; readonly message: string; readonly seconds: number }
  | { readonly kind: 'FAILED' }
  | { readonly kind: 'OFFLINE' };

interface Attempt {
  readonly account: string;
  readonly password: string;
  readonly language: Language;
}

/** Sends one attempt. It never throws; what went wrong is in the outcome. */
export async function requestSignIn({ account, password, language }: Attempt): Promise<SignInOutcome> {
  const variables = { input: { account: account.normalize('NFC'), password }, language };
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'apollo-require-preflight': '1',
      },
      body: JSON.stringify({ operationName: 'SignIn', query: signInDocument, variables }),
    });
    const body: unknown = await response.json().catch(() => null);
    return readOutcome(body);
  } catch {
    return { kind: 'OFFLINE' };
  }
}

function readOutcome(body: unknown): SignInOutcome {
  const result = property(property(body, 'data'), 'signIn');
  const viewer = property(result, 'viewer');
  const today = property(viewer, 'today');
  const role = roles.find((known) => known === property(viewer, 'role'));
  if (typeof today === 'string' && role !== undefined) return { kind: 'SUCCEEDED', today, role };
  const message = property(result, 'message');
  if (typeof message !== 'string') return { kind: 'FAILED' };
  const seconds = property(result, 'retryAfterSeconds');
  return { kind: 'REFUSED', message, seconds: typeof seconds === 'number' ? Math.ceil(seconds) : 0 };
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
