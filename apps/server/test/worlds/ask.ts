import type { BuiltServer } from '../../src/server.ts';
import { secretOf } from './session.ts';

/** An answer with all of its bytes. */
export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly { message: string; path?: (string | number)[]; extensions: { code: string; requestId: string } }[];
  readonly headers: Readonly<Record<string, unknown>>;
  /** Headers and body as text. */
  readonly bytes: string;
  readonly body: string;
}

/** Asks a server a question as an account; null asks signed out. */
export async function ask<Data = Record<string, unknown>>(server: BuiltServer, account: string | null, query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
  const response = await server.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json', host: 'localhost' },
    payload: { query, variables },
    ...(account === null ? {} : { cookies: { sid: secretOf(account) } }),
  });
  const parsed = JSON.parse(response.body) as { data?: Data; errors?: Answer['errors'] };
  return {
    status: response.statusCode,
    data: parsed.data ?? null,
    errors: parsed.errors ?? [],
    headers: response.headers,
    bytes: `${JSON.stringify(response.headers)}\n${response.body}`,
    body: response.body,
  };
}

/** Asks and expects no error. */
export async function dataOf<Data>(server: BuiltServer, account: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await ask<Data>(server, account, query, variables);
  if (answer.errors.length > 0 || answer.data === null) throw new Error(`${query}\n${JSON.stringify(variables)}\n${answer.body}`);
  return answer.data;
}
