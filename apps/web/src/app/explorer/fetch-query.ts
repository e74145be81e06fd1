/** What the editor sends: the text, its variables, and the name of the operation that it believes to stand in the text. */
export interface QueryParameters {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

/**
 * Leaves out the name of an operation that the text does not have: the editor reads the text a moment after it was changed, and whoever
 * runs an example at once would be told about the one before.
 */
export function withoutStaleName({ operationName, ...parameters }: QueryParameters): QueryParameters {
  const isThere = typeof operationName === 'string' && new RegExp(`\\b(query|mutation|subscription)\\s+${operationName}\\b`).test(parameters.query);
  return isThere ? { ...parameters, operationName } : parameters;
}

/** Sends a query of the explorer with the session of the page. */
export async function fetchQuery(parameters: QueryParameters): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'apollo-require-preflight': '1',
    },
    body: JSON.stringify(withoutStaleName(parameters)),
  });
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null ? body : {};
}

/** The name that the session of the page belongs to; null where nobody is signed in. */
export async function fetchViewerName(): Promise<string | null> {
  const answer = JSON.stringify(await fetchQuery({ query: '{ viewer { account { name } } }' }));
  return /"name":"((?:[^"\\]|\\.)*)"/.exec(answer)?.[1] ?? null;
}
