import { Link } from '@tanstack/react-router';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';

interface DocumentNumberProps {
  readonly number: string;
  /** Null where it is in no register that the viewer sees. */
  readonly document: { readonly id: string } | null;
}

/** The number of a document; a link into the register where it is there. */
export function DocumentNumber({ number, document }: DocumentNumberProps) {
  const keepUnit = useKeepUnit();
  if (document === null) return <ProperName>{number}</ProperName>;
  return (
    <Link to="/van-ban" search={(previous) => ({ ...keepUnit(previous), 'van-ban': document.id })}>
      <ProperName>{number}</ProperName>
    </Link>
  );
}
