import type { ReactNode } from 'react';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { StubLink } from './StubLink.tsx';
import { UnitHistoryFields } from './unit-document.ts';
import styles from './UnitFacts.module.css';
import type { UnitPageData } from './use-unit-page.ts';

/** What a unit is, in one line of facts below its name. */
export function UnitFacts({ unit }: { unit: UnitPageData }) {
  const { m, f, texts } = usePrinting();
  const u = useUnitTexts();
  const { names, predecessors, successors } = readFragment(UnitHistoryFields, unit);
  const slices: { readonly [dimension in 'UNIT_TYPE' | 'AREA']: Readonly<Record<string, string>> } = texts.slices;
  const former = names.filter(({ to }) => to !== null).map(({ name }) => name);
  const facts: [string, ReactNode][] = [
    [m.children.code, <code key="code">{unit.code}</code>],
    [u.unitPage.founded, f.date(unit.foundedOn)],
    ...(unit.closedOn === null ? [] : [[u.unitPage.closed, f.date(unit.closedOn)] satisfies [string, ReactNode]]),
    ...(unit.unitType === null ? [] : [[texts.dimensions.UNIT_TYPE, slices.UNIT_TYPE[unit.unitType] ?? unit.unitType] satisfies [string, ReactNode]]),
    ...(unit.areas.length === 0 ? [] : [[texts.dimensions.AREA, unit.areas.map((area) => slices.AREA[area] ?? area).join(', ')] satisfies [string, ReactNode]]),
    ...(former.length === 0 ? [] : [[u.unitPage.formerNames, <ProperName key="former">{former.join('; ')}</ProperName>] satisfies [string, ReactNode]]),
    ...(predecessors.length === 0 ? [] : [[u.unitPage.predecessors, <Others key="before" successions={predecessors} />] satisfies [string, ReactNode]]),
    ...(successors.length === 0 ? [] : [[u.unitPage.successors, <Others key="after" successions={successors} />] satisfies [string, ReactNode]]),
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Succession {
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly on: string;
}

/** More than these are told in the history. */
const most = 3;

function Others({ successions }: { successions: readonly Succession[] }) {
  const { f } = usePrinting();
  const u = useUnitTexts();
  return (
    <>
      {successions.slice(0, most).map(({ unit, on }, index) => (
        <span key={unit?.id ?? `${index}`} className={styles['other']}>
          <StubLink unit={unit} /> ({f.date(on)})
        </span>
      ))}
      {successions.length > most ? u.unitPage.andMore(f.integer(successions.length - most)) : null}
    </>
  );
}
