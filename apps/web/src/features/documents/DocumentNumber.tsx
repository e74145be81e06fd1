import { Link } from '@tanstack/react-router';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { useKeepUnit } from '../../shared/url/keep-scope.ts';
import styles from './DocumentNumber.module.css';

interface DocumentNumberProps {
  readonly number: string;
  /** Null where it is in no register that the viewer sees. */
  readonly document: { readonly id: string } | null;
}

/** The number of a document; a link into the register where it is there. */
export function DocumentNumber({ number, document }: DocumentNumberProps) {
  const keepUnit = useKeepUnit();
  if (document === null) return <span className={styles['number']}><ProperName>{number}</ProperName></span>;
  return (
    <Link className={styles['number']} to="/van-ban" search={(previous) => ({ ...keepUnit(previous), 'van-ban': document.id })}>
      <ProperName>{number}</ProperName>
    </Link>
  );
}
