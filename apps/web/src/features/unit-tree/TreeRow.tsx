import { IconChevronRight, IconLoader2 } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { Bar } from '../../shared/charts/Bar.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { UnitLink } from '../organisation/index.ts';
import { MarkedUnitName } from './MarkedUnitName.tsx';
import styles from './TreeGrid.module.css';
import type { NoteLine, UnitLine } from './tree-rows.ts';
import type { UnitRow } from './unit-row.ts';
import { useKindWord } from './use-kind-word.ts';

interface Place {
  readonly id: string;
  readonly index: number;
  readonly active: boolean;
  /** Pixels below the first row. */
  readonly top: number;
  /** Opens or closes what hangs below, or fetches it again or on. */
  readonly onTurn: () => void;
}

interface UnitTreeRowProps extends Place {
  readonly line: UnitLine;
  readonly row: UnitRow;
  readonly scale: number;
  readonly search: string;
}

function placed(top: number, level: number): CSSProperties & { readonly '--level': number } {
  return { transform: `translateY(${top}px)`, '--level': level - 1 };
}

/** A unit in the tree. */
export function UnitTreeRow({ id, index, active, top, line, row, scale, search, onTurn }: UnitTreeRowProps) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const kindWord = useKindWord();
  const number = (value: number | null) => (value === null ? m.common.hidden : f.integer(value));
  return (
    <div
      role="row"
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-expanded={line.opened ?? undefined}
      aria-selected={active}
      data-active={active || undefined}
      className={styles['row']}
      style={placed(top, line.level)}
    >
      <div role="gridcell" className={styles['name']}>
        {line.opened === null ? (
          <span className={styles['turn']} />
        ) : (
          <button type="button" tabIndex={-1} className={styles['turn']} aria-label={line.opened ? u.tree.close(row.name) : u.tree.open(row.name)} onClick={onTurn}>
            <IconChevronRight size="1.15em" aria-hidden="true" data-opened={line.opened} />
          </button>
        )}
        <UnitLink page="/don-vi/$code" code={row.code} className={styles['link']} tabIndex={-1}>
          <MarkedUnitName name={row.name} search={search} />
        </UnitLink>
      </div>
      <div role="gridcell" className={styles['kind']} title={row.kindName}>
        {kindWord(row.kind, row.kindName)}
      </div>
      <div role="gridcell" className={styles['number']}>
        {row.children === null || row.children === 0 ? null : f.integer(row.children)}
      </div>
      <div role="gridcell" className={styles['number']}>
        {row.figures === null ? null : number(row.figures.members)}
      </div>
      <div role="gridcell" className={styles['measured']}>
        <span className={styles['number']}>{row.figures === null ? null : number(row.figures.admitted)}</span>
        <span className={styles['bar']}>{row.figures === null || line.level === 1 ? null : <Bar value={row.figures.admitted} max={scale} />}</span>
      </div>
    </div>
  );
}

/** What stands in the place of rows that are not there yet. */
export function NoteRow({ id, index, active, top, line, onTurn }: Place & { readonly line: NoteLine }) {
  const { m } = usePrinting();
  const u = useUnitTexts();
  return (
    <div
      role="row"
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={line.level}
      aria-selected={active}
      data-active={active || undefined}
      className={styles['row']}
      style={placed(top, line.level)}
    >
      <div role="gridcell" aria-colspan={5} className={styles['note']}>
        {line.form === 'LOADING' ? (
          <>
            <IconLoader2 size="1.15em" aria-hidden="true" /> {m.common.loading}
          </>
        ) : (
          <button type="button" tabIndex={-1} onClick={onTurn}>
            {line.form === 'MORE' ? u.tree.more : u.tree.failed}
          </button>
        )}
      </div>
    </div>
  );
}
