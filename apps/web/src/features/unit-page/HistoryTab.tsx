import type { ReactNode } from 'react';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { StubLink } from './StubLink.tsx';
import styles from './Tabs.module.css';
import { UnitHistoryFields } from './unit-document.ts';
import type { UnitPageData } from './use-unit-page.ts';

/** Where a unit came from: its days, its names, the units above it, and those it took over from or was taken over by; and what else has dates. */
export function HistoryTab({ unit, children }: { readonly unit: UnitPageData; readonly children?: ReactNode }) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const history = readFragment(UnitHistoryFields, unit);
  const since = (from: string, to: string | null) => (to === null ? u.unitPage.since(f.date(from)) : m.scope.between(f.date(from), f.date(to)));
  return (
    <div className={styles['cards']}>
      <Card title={u.unitPage.life}>
        <Rows
          rows={[
            { key: 'founded', what: u.unitPage.founded, when: f.date(history.foundedOn) },
            ...history.predecessors.map(({ unit: other, on }, index) => ({
              key: `before ${other?.id ?? index}`,
              what: (
                <>
                  {u.unitPage.tookOver} <StubLink unit={other} />
                </>
              ),
              when: f.date(on),
            })),
            ...history.successors.map(({ unit: other, on }, index) => ({
              key: `after ${other?.id ?? index}`,
              what: (
                <>
                  {u.unitPage.takenOver} <StubLink unit={other} />
                </>
              ),
              when: f.date(on),
            })),
            ...(history.closedOn === null ? [] : [{ key: 'closed', what: u.unitPage.closed, when: f.date(history.closedOn) }]),
          ]}
        />
      </Card>
      {children}
      <Card title={u.unitPage.names}>
        <Rows rows={history.names.map(({ name, from, to }) => ({ key: `${name} ${from}`, what: <ProperName>{name}</ProperName>, when: since(from, to) }))} />
        {history.aliases.length === 0 ? null : (
          <p className={styles['note']}>
            {u.unitPage.aliases}: <ProperName>{history.aliases.join('; ')}</ProperName>
          </p>
        )}
      </Card>
      <Card title={u.unitPage.parents}>
        {history.parents.length === 0 ? (
          <p>{u.unitPage.noParents}</p>
        ) : (
          <Rows rows={history.parents.map(({ unit: parent, from, to }) => ({ key: from, what: <StubLink unit={parent} />, when: since(from, to) }))} />
        )}
      </Card>
      <Card title={u.unitPage.terms}>
        {history.terms.length === 0 ? (
          <p>{m.scope.noTerms}</p>
        ) : (
          <Rows rows={history.terms.map(({ ordinal, label, startsOn, endsOn }) => ({ key: label, what: u.unitPage.term(f.integer(ordinal), label), when: since(startsOn, endsOn) }))} />
        )}
      </Card>
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly { readonly key: string; readonly what: ReactNode; readonly when: string }[];
}

function Rows({ rows }: RowsProps) {
  return (
    <ol className={styles['dated']}>
      {rows.map(({ key, what, when }) => (
        <li key={key}>
          <span>{what}</span>
          <span className={styles['when']}>{when}</span>
        </li>
      ))}
    </ol>
  );
}
