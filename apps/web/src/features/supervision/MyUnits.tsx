import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { isBehind } from '../ledger/index.ts';
import { ByDocument } from './ByDocument.tsx';
import { SupervisedUnitFields, type MyUnitsQuery, type OwnSupervisionData } from './supervision-documents.ts';
import { SupervisionDays } from './SupervisionDays.tsx';
import styles from './Supervision.module.css';
import { UnitCard } from './UnitCard.tsx';
import { useSupervisionTexts } from './use-supervision-texts.ts';

interface MyUnitsProps {
  readonly viewer: NonNullable<ResultOf<typeof MyUnitsQuery>['viewer']>;
  readonly actingGrant: string;
}

/** The cards of one's own units, the weakest first; then what is still to come, and what is over. */
export function MyUnits({ viewer, actingGrant }: MyUnitsProps) {
  const { f } = usePrinting();
  const { t } = useSupervisionTexts();
  const units = viewer.supervisedUnits.map((one) => readFragment(SupervisedUnitFields, one));
  const inForce = viewer.supervisions.filter(({ state }) => state === 'IN_FORCE').length;
  const behind = units.filter(({ target, overdue, sources }) => isBehind(target?.standing ?? null) || overdue > 0 || sources === 0).length;
  const max = Math.max(1, ...units.map(({ admitted, target }) => Math.max(admitted, target?.high ?? target?.low ?? 0)));
  if (viewer.supervisions.length === 0) {
    return (
      <Card title={t.title}>
        <Message title={t.none}>{t.noneBody}</Message>
      </Card>
    );
  }
  return (
    <>
      <p role="status">{t.summary(f.integer(units.length), f.integer(behind))}</p>
      {units.length < inForce ? <p className={styles['muted']}>{t.most(f.integer(units.length), f.integer(inForce))}</p> : null}
      <ul className={styles['units']}>
        {units.map((supervised) => (
          <UnitCard key={supervised.supervision.id} supervised={supervised} actingGrant={actingGrant} max={max} />
        ))}
      </ul>
      <Others title={t.toCome} supervisions={viewer.supervisions.filter(({ state }) => state === 'TO_COME')} />
      <Others title={t.over} supervisions={viewer.supervisions.filter(({ state }) => state === 'ENDED')} />
    </>
  );
}

function Others({ title, supervisions }: { readonly title: string; readonly supervisions: readonly OwnSupervisionData[] }) {
  const { words } = useSupervisionTexts();
  if (supervisions.length === 0) return null;
  return (
    <Card title={title}>
      <ul className={styles['people']}>
        {supervisions.map((one) => (
          <li key={one.id}>
            <div>
              <strong>
                <ProperName>{one.unitName}</ProperName>
              </strong>{' '}
              · {words.kinds[one.kind]}
              <p className={styles['muted']}>
                <SupervisionDays {...one} />; <ByDocument {...one} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
