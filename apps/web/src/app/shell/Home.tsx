import type { Role } from '@banyan/schema/enums';
import { Navigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ViewerFields, ViewerQuery } from '../../features/access/index.ts';
import { readFragment } from '../../shared/graphql/graphql.ts';

/** Who works with people day by day begins with what is to be done; who oversees them, with the figures. */
export function homeOf(role: Role): '/viec' | '/tong-quan' {
  return role === 'STAFF' || role === 'SECRETARY' ? '/viec' : '/tong-quan';
}

/** The first page where nothing is known of the viewer yet: asks who it is, and goes to the page of the role. */
export function Home() {
  const [{ data }] = useQuery({ query: ViewerQuery });
  const viewer = readFragment(ViewerFields, data?.viewer);
  return viewer ? <Navigate to={homeOf(viewer.role)} replace /> : null;
}
