import { Link } from '@tanstack/react-router';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { StandingDifference } from '../../ledger/index.ts';
import type { PlanItemData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { useTargetNames } from './use-target-names.ts';

/** The target that an item works towards, how far the unit is with it, and the way there. */
export function ItemTarget({ target }: { readonly target: NonNullable<PlanItemData['target']> }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const { name, amount, period } = useTargetNames()(target);
  const { unit, progress } = target;
  return (
    <span className={styles['target']}>
      <Link to="/chi-tieu" search={{ 'don-vi': unit?.code, ky: period }}>
        {name}: {progress === null ? amount : t.plans.reached(amount, f.integer(progress.actual))}
      </Link>
      {progress === null ? null : <StandingDifference standing={progress.standing} difference={null} />}
    </span>
  );
}
