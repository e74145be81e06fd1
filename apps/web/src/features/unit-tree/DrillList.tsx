import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { largest } from '../../shared/charts/scales.ts';
import { Bar } from '../../shared/charts/Bar.tsx';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Message } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { UnitLink } from '../organisation/index.ts';
import type { ScopeQuestion } from '../scope/index.ts';
import styles from './DrillList.module.css';
import { MarkedUnitName } from './MarkedUnitName.tsx';
import { RowSkeleton } from './RowSkeleton.tsx';
import { UnitsBelowQuery, UnitSearchQuery } from './tree-documents.ts';
import { readUnitRow, type UnitRow } from './unit-row.ts';
import { useKindWord } from './use-kind-word.ts';
import type { TreeRootData } from './use-tree-root.ts';

interface DrillListProps {
  readonly unit: TreeRootData;
  readonly question: ScopeQuestion;
  readonly text: string;
}

/** The tree of a phone: one level on the screen, each unit of which opens the level below it. */
export function DrillList({ unit, question, text }: DrillListProps) {
  return text === '' ? <Level unit={unit} question={question} /> : <Hits unit={unit} question={question} text={text} />;
}

function Level({ unit, question }: Omit<DrillListProps, 'text'>) {
  const { language, m } = usePrinting();
  const [{ data, error }, execute] = useQuery({ query: UnitsBelowQuery, variables: { unit: unit.id, after: null, language, ...question } });
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (!data?.unit) return <RowSkeleton />;
  const rows = data.unit.children.nodes.map(readUnitRow);
  if (rows.length === 0) return <Message title={m.children.leaf} />;
  const scale = largest(rows.map(({ figures }) => figures?.admitted ?? null));
  return (
    <ul className={styles['list']}>
      {rows.map((row) => (
        <UnitLine key={row.id} row={row} scale={scale} />
      ))}
    </ul>
  );
}

function Hits({ unit, question, text }: DrillListProps) {
  const { language, f } = usePrinting();
  const u = useUnitTexts();
  const [{ data, error }, execute] = useQuery({ query: UnitSearchQuery, variables: { under: unit.id, search: text, language, ...question } });
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <RowSkeleton />;
  const { nodes, totalCount } = data.units;
  if (nodes.length === 0) return <Message title={u.tree.nothingFound(text)} />;
  return (
    <>
      <p className={styles['found']} role="status">
        {nodes.length < totalCount ? u.tree.foundSome(f.integer(nodes.length), f.integer(totalCount)) : u.tree.found(f.integer(totalCount))}
      </p>
      <ul className={styles['list']}>
        {nodes.map((node) => (
          <UnitLine key={node.id} row={readUnitRow(node)} text={text} path={node.ancestors.slice(node.ancestors.findIndex(({ id }) => id === unit.id) + 1).map(({ name }) => name)} />
        ))}
      </ul>
    </>
  );
}

interface UnitLineProps {
  readonly row: UnitRow;
  readonly scale?: number;
  readonly text?: string;
  readonly path?: readonly string[];
}

function UnitLine({ row, scale, text = '', path = [] }: UnitLineProps) {
  const { m, f } = usePrinting();
  const kindWord = useKindWord();
  const number = (value: number | null | undefined) => (value === null || value === undefined ? m.common.hidden : f.integer(value));
  const deeper = (row.children ?? 0) > 0;
  return (
    <li>
      <UnitLink page={deeper && path.length === 0 && text === '' ? '/to-chuc' : '/don-vi/$code'} code={row.code} className={styles['line']}>
        <span className={styles['name']}>
          <MarkedUnitName name={row.name} search={text} />
        </span>
        <span className={styles['facts']}>
          {[kindWord(row.kind, row.kindName), ...path].join(' · ')}
        </span>
        {scale === undefined ? null : (
          <span className={styles['bar']}>
            <Bar value={row.figures?.admitted ?? null} max={scale} />
          </span>
        )}
        <span className={styles['facts']}>
          {m.children.admitted} {number(row.figures?.admitted)} · {m.children.members} {number(row.figures?.members)}
        </span>
        <span className={styles['below']}>
          {deeper ? f.integer(row.children ?? 0) : null}
          <IconChevronRight size="1.2em" aria-hidden="true" />
        </span>
      </UnitLink>
    </li>
  );
}
