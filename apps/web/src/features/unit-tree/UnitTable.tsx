import { useMemo, type ReactNode } from 'react';
import { Bar } from '../../shared/charts/Bar.tsx';
import { Course } from '../../shared/charts/Course.tsx';
import { firstCounted, type YearValue } from '../../shared/charts/course-values.ts';
import { largest } from '../../shared/charts/scales.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { UnitLink } from '../organisation/index.ts';
import { MarkedUnitName } from './MarkedUnitName.tsx';
import styles from './UnitTable.module.css';
import type { UnitRow } from './unit-row.ts';
import { useKindWord } from './use-kind-word.ts';

/** A row of a flat table: it says where its unit belongs. */
export interface FlatRow extends UnitRow {
  /** Name of the unit directly above; null where it is not told, undefined where all rows have the same. */
  readonly above?: string | null;
}

interface UnitTableProps {
  readonly label: string;
  readonly rows: readonly FlatRow[];
  /** What was searched for. */
  readonly search?: string;
  /** Admissions of some years by the id of the unit, where the table has a place for them: it is empty until they come. */
  readonly years?: ReadonlyMap<string, readonly YearValue[]>;
}

/** Units with their figures on one scale, each of which opens its own page; cards on a phone. */
export function UnitTable({ label, rows, search = '', years }: UnitTableProps) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const phone = usePhone();
  const kindWord = useKindWord();
  const withAbove = rows.some(({ above }) => above !== undefined);
  // A unit beside those that it is the sum of would take the whole scale.
  const drawn = !withAbove || new Set(rows.map(({ kind }) => kind)).size === 1;
  const scales = {
    members: largest(rows.map(({ figures }) => figures?.members ?? null)),
    admitted: largest(rows.map(({ figures }) => figures?.admitted ?? null)),
  };
  const courseOf = useCourses(years);
  if (phone) return <UnitCards rows={rows} search={search} scale={drawn ? scales.admitted : null} withCourse={years !== undefined} courseOf={courseOf} />;
  const number = (value: number | null) => (value === null ? m.common.hidden : f.integer(value));
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{m.children.unit}</th>
          {withAbove ? <th scope="col">{u.tree.above}</th> : null}
          <th scope="col" className={styles['kind']}>{m.children.kind}</th>
          <th scope="col" className={styles['count']}>{u.tree.below}</th>
          <th scope="col" className={styles['measured']}>{m.children.members}</th>
          <th scope="col" className={styles['measured']}>{m.children.admitted}</th>
          {years === undefined ? null : <th scope="col" className={styles['course']}>{u.tree.course}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <UnitLink page="/don-vi/$code" code={row.code}>
                <MarkedUnitName name={row.name} search={search} />
              </UnitLink>
            </th>
            {withAbove ? <td className={styles['above']}>{row.above === null || row.above === undefined ? m.common.none : <ProperName>{row.above}</ProperName>}</td> : null}
            <td className={styles['kind']} title={row.kindName}>
              {kindWord(row.kind, row.kindName)}
            </td>
            <td className={styles['count']}>{row.children === null || row.children === 0 ? m.common.none : f.integer(row.children)}</td>
            <Measured text={number(row.figures?.members ?? null)} value={row.figures?.members ?? null} max={drawn ? scales.members : null} tone="grey" />
            <Measured text={number(row.figures?.admitted ?? null)} value={row.figures?.admitted ?? null} max={drawn ? scales.admitted : null} tone="primary" />
            {years === undefined ? null : <td className={styles['course']}>{courseOf(row.id)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Draws how the admissions of a unit went, all on one scale; nothing where they are not known. */
function useCourses(years: UnitTableProps['years']): (id: string) => ReactNode {
  const { f } = usePrinting();
  const { begun, max } = useMemo(() => {
    const all = [...(years?.values() ?? [])];
    return { begun: firstCounted(all), max: largest(all.flatMap((values) => values.map(({ value }) => value))) };
  }, [years]);
  return (id) => {
    const values = years?.get(id);
    return values === undefined ? null : <Course values={values} begun={begun} max={max} print={f.integer} />;
  };
}

function Measured({ text, value, max, tone }: { text: string; value: number | null; max: number | null; tone: 'primary' | 'grey' }) {
  return (
    <td className={styles['measured']}>
      <div>
        <span className={styles['number']}>{text}</span>
        {max === null ? null : <Bar value={value} max={max} tone={tone} />}
      </div>
    </td>
  );
}

interface UnitCardsProps {
  readonly rows: readonly FlatRow[];
  readonly search: string;
  /** The most admissions of a row; null where they are not drawn. */
  readonly scale: number | null;
  readonly withCourse: boolean;
  readonly courseOf: (id: string) => ReactNode;
}

function UnitCards({ rows, search, scale, withCourse, courseOf }: UnitCardsProps) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const kindWord = useKindWord();
  const number = (value: number | null | undefined) => (value === null || value === undefined ? m.common.hidden : f.integer(value));
  return (
    <ul className={styles['cards']}>
      {rows.map((row) => (
        <li key={row.id}>
          <p className={styles['title']}>
            <UnitLink page="/don-vi/$code" code={row.code}>
              <MarkedUnitName name={row.name} search={search} />
            </UnitLink>
          </p>
          <p className={styles['facts']}>
            {[kindWord(row.kind, row.kindName), ...(row.above ? [row.above] : [])].join(' · ')}
          </p>
          <div className={styles['line']}>
            {scale === null ? <span /> : <Bar value={row.figures?.admitted ?? null} max={scale} />}
            <strong>{number(row.figures?.admitted)}</strong>
          </div>
          <p className={styles['facts']}>
            {m.children.members}: {number(row.figures?.members)}
          </p>
          {withCourse ? (
            <p className={`${styles['facts']} ${styles['years']}`}>
              {u.tree.course} {courseOf(row.id)}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
