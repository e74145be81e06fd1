import { Link } from '@tanstack/react-router';
import { useClient } from 'urql';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';
import type { ListSearch } from '../../shared/url/list-search.ts';
import { forgetWalks } from './walk/walked-lists.ts';

interface PersonLinkProps {
  readonly id: string;
  readonly name: string;
  /** The list that it stands in: what the address of the page says of it goes along by itself. */
  readonly list: ListSearch;
}

/** Opens the page of a person, from which one walks on through the list. */
export function PersonLink({ id, name, list }: PersonLinkProps) {
  const keepUnit = useKeepUnit();
  const client = useClient();
  return (
    <Link
      to="/nguoi/$id"
      params={{ id }}
      search={(previous: ListSearch) => ({ ...keepUnit(previous), tim: previous.tim, buoc: previous.buoc, 'qua-han': previous['qua-han'], xep: previous.xep, ...list })}
      onClick={() => forgetWalks(client)}
    >
      <ProperName>{name}</ProperName>
    </Link>
  );
}
