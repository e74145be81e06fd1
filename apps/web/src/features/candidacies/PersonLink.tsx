import { Link } from '@tanstack/react-router';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';

interface PersonLinkProps {
  readonly id: string;
  readonly name: string;
}

/** Opens the page of a person. */
export function PersonLink({ id, name }: PersonLinkProps) {
  const keepUnit = useKeepUnit();
  return (
    <Link to="/nguoi/$id" params={{ id }} search={(previous) => ({ ...keepUnit(previous) })}>
      <ProperName>{name}</ProperName>
    </Link>
  );
}
