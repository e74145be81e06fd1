import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useKeepUnit } from '../../../shared/url/keep-scope.ts';
import { canAddBelow } from '../../people/index.ts';
import type { WorkUnitData } from '../candidacy-documents.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './Pipeline.module.css';

interface AddLinkProps {
  readonly unit: WorkUnitData;
  readonly icon?: ReactNode;
}

/** The page that adds a candidate, for who may; where it is the unit that stands against it, why. */
export function AddLink({ unit: { viewerCannotAddCandidateBecause: because }, icon }: AddLinkProps) {
  const { t, words } = useCandidacyTexts();
  const keepUnit = useKeepUnit();
  if (!canAddBelow(because)) return because === null || because === 'FORBIDDEN_FOR_ROLE' ? null : <p>{words.refusals[because]}</p>;
  return (
    <Link to="/nguon/them" search={(previous) => ({ ...keepUnit(previous) })} className={styles['add']}>
      {icon}
      {t.pipeline.add}
    </Link>
  );
}
