import { useNavigate } from '@tanstack/react-router';
import { Bullet } from '../../shared/charts/Bullet.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { useGrantChange } from '../access/index.ts';
import { isBehind, StandingDifference, standingTones } from '../ledger/index.ts';
import type { SupervisedUnitData } from './supervision-documents.ts';
import styles from './Supervision.module.css';
import { useSupervisionTexts } from './use-supervision-texts.ts';

interface UnitCardProps {
  readonly supervised: SupervisedUnitData;
  /** The grant that is acting: its unit is opened without a switch. */
  readonly actingGrant: string;
  /** The largest number of the page: all bars share one scale. */
  readonly max: number;
}

/** One unit that the viewer is in charge of: its figures, and the way into its overview. */
export function UnitCard({ supervised, actingGrant, max }: UnitCardProps) {
  const { f } = usePrinting();
  const { t, words } = useSupervisionTexts();
  const { unit, grant, supervision, members, probationaryMembers, onTheWay, sources, overdue } = supervised;
  const navigate = useNavigate();
  const { change, fetching, refusal } = useGrantChange();
  const open = () => {
    if (grant === null) return;
    if (grant.id === actingGrant) return void navigate({ to: '/tong-quan' });
    void change(grant.id, '/tong-quan');
  };
  return (
    <li className={styles['unit']}>
      <div className={styles['unitHead']}>
        <h2>
          <ProperName>{unit.name}</ProperName>
        </h2>
        <p className={styles['muted']}>
          {words.kinds[supervision.kind]} · <ProperName>{supervision.post}</ProperName> ·{' '}
          {supervision.until === null ? t.from(f.date(supervision.from)) : t.between(f.date(supervision.from), f.date(supervision.until))}
        </p>
      </div>
      <Admissions supervised={supervised} max={max} />
      <dl className={styles['figures']}>
        <div>
          <dt>{t.members}</dt>
          <dd>
            {f.integer(members)} · <span className={styles['muted']}>{t.probationary(f.integer(probationaryMembers))}</span>
          </dd>
        </div>
        <div>
          <dt>{t.onTheWay}</dt>
          <dd>
            {f.integer(onTheWay)} · <span className={sources === 0 ? styles['warned'] : styles['muted']}>{sources === 0 ? t.noSources : t.sources(f.integer(sources))}</span>
          </dd>
        </div>
        <div>
          <dt>{t.overdue}</dt>
          <dd className={overdue > 0 ? styles['warned'] : undefined}>{f.integer(overdue)}</dd>
        </div>
      </dl>
      {refusal === null ? null : <Notice tone="danger">{refusal}</Notice>}
      <p className={styles['open']}>
        <Button onClick={open} aria-disabled={fetching || undefined} aria-label={`${t.open}: ${unit.name}`}>
          {fetching ? t.opening : t.open}
        </Button>
      </p>
    </li>
  );
}

function Admissions({ supervised: { admitted, admittedLastYear, target }, max }: { readonly supervised: SupervisedUnitData; readonly max: number }) {
  const { f } = usePrinting();
  const { t } = useSupervisionTexts();
  const [low, high] = [Math.ceil(target?.low ?? 0), target === null || target.high === null ? null : Math.ceil(target.high)];
  const tone = target === null ? 'grey' : standingTones[target.standing];
  return (
    <div className={styles['admitted']}>
      <p>
        {t.admitted}: <strong className={styles['number']}>{f.integer(admitted)}</strong>{' '}
        {target === null ? null : high === null || high === low ? t.ofTarget(f.integer(low)) : t.ofRange(f.integer(low), f.integer(high))}
        {target?.percentOfLow === null || target?.percentOfLow === undefined ? null : ` · ${f.percent(target.percentOfLow)}`}
      </p>
      <Bullet value={admitted} mark={target?.low ?? null} max={max} tone={tone === 'ahead' ? 'level' : tone === 'behind' || tone === 'level' || tone === 'met' ? tone : 'grey'} />
      <p className={styles['beside']}>
        {target === null ? <span className={styles['muted']}>{t.noTarget}</span> : <StandingDifference standing={target.standing} difference={null} />}
        {target !== null && isBehind(target.standing) ? <span>{t.remaining(f.integer(target.remainingLow))}</span> : null}
        {admittedLastYear === null ? null : <span className={styles['muted']}>{t.lastYear(f.integer(admittedLastYear))}</span>}
      </p>
    </div>
  );
}
