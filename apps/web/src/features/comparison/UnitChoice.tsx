import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { Toggle } from '../../shared/ui/Toggle.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { AddUnit } from './AddUnit.tsx';
import styles from './Choices.module.css';
import { mostUnits, toggle } from './comparison-search.ts';
import { useComparisonTexts } from './use-comparison-texts.ts';
import type { Compared } from './use-comparison.ts';

interface UnitChoiceProps {
  /** The units below the page's unit, offered first. */
  readonly near: readonly Compared[];
  readonly units: readonly Compared[];
  readonly codes: readonly string[];
  readonly onCodes: (codes: readonly string[]) => void;
}

const offered = { desktop: 24, phone: 6 };

/** The units that can be chosen with one click, those that are chosen, and a search for any other. */
export function UnitChoice({ near, units, codes, onCodes }: UnitChoiceProps) {
  const { m, f } = usePrinting();
  const comparison = useComparisonTexts();
  const [all, setAll] = useState(false);
  const [adding, setAdding] = useState(false);
  const limit = usePhone() ? offered.phone : offered.desktop;
  const full = codes.length >= mostUnits;
  const chosen = units.filter(({ code }) => !near.slice(0, all ? near.length : limit).some((unit) => unit.code === code));
  const shown = [...chosen, ...(all ? near : near.slice(0, limit))];
  return (
    <div className={styles['toggles']}>
      {shown.map(({ code, name }) => (
        <Toggle key={code} pressed={codes.includes(code)} disabled={full && !codes.includes(code)} onToggle={() => onCodes(toggle(codes, code))}>
          <ProperName>{name}</ProperName>
        </Toggle>
      ))}
      {near.length > limit ? <Button onClick={() => setAll(!all)}>{all ? m.children.showFewer : m.children.showAll(f.integer(near.length))}</Button> : null}
      {full ? null : (
        <Button icon={<IconSearch size="1.2em" stroke={1.7} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {comparison.add}
        </Button>
      )}
      {codes.length === 0 ? null : (
        <Button tone="quiet" onClick={() => onCodes([])}>
          {comparison.clear}
        </Button>
      )}
      {adding ? (
        <AddUnit
          without={codes}
          onUnit={(code) => onCodes([...codes, code])}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}
