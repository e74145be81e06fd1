import { graphql, readFragment, type FragmentOf } from './graphql.ts';

/** Who answered. Every query asks for it, so that an answer for somebody else is never shown. */
export const IdentityFields = graphql(`
  fragment IdentityFields on Viewer {
    account { id }
    grant { id }
  }
`);

/** One key for an account acting under a grant. */
export function identityOf(viewer: FragmentOf<typeof IdentityFields>): string {
  const { account, grant } = readFragment(IdentityFields, viewer);
  return `${account.id} ${grant.id}`;
}
