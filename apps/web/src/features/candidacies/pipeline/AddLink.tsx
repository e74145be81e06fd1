import type { Role } from '@banyan/schema/enums';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useKeepUnit } from '../../../shared/url/keep-scope.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './Pipeline.module.css';

interface AddLinkProps {
  readonly role: Role;
  readonly icon?: ReactNode;
}

/** The page that adds a candidate, for the roles that may. */
export function AddLink({ role, icon }: AddLinkProps) {
  const { t } = useCandidacyTexts();
  const keepUnit = useKeepUnit();
  if (role !== 'STAFF' && role !== 'SECRETARY') return null;
  return (
    <Link to="/nguon/them" search={(previous) => ({ ...keepUnit(previous) })} className={styles['add']}>
      {icon}
      {t.pipeline.add}
    </Link>
  );
}
