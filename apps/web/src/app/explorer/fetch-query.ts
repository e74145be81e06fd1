/** Sends a query of the explorer with the session of the page. */
export async function fetchQuery(parameters: object): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'apollo-require-preflight': '1',
    },
    body: JSON.stringify(parameters),
  });
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null ? body : {};
}

/** The name that the session of the page belongs to; null where nobody is signed in. */
export async function fetchViewerName(): Promise<string | null> {
  const answer = JSON.stringify(await fetchQuery({ query: '{ viewer { account { name } } }' }));
  return /"name":"((?:[^"\\]|\\.)*)"/.exec(answer)?.[1] ?? null;
}
