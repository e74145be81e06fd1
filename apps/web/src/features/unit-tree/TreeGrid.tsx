import { useNavigate } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { keepScope } from '../../shared/url/keep-scope.ts';
import { NoteRow, UnitTreeRow } from './TreeRow.tsx';
import styles from './TreeGrid.module.css';
import { rememberActive, type TreeMemory } from './tree-memory.ts';
import { findTyped, stepOf, type TreeLine } from './tree-rows.ts';
import type { UnitRow } from './unit-row.ts';

interface TreeGridProps {
  readonly lines: readonly TreeLine[];
  readonly rowOf: (id: string) => UnitRow | undefined;
  /** The end of the scale of the bars, by level. */
  readonly scales: readonly number[];
  /** What was searched for; null where nothing is. */
  readonly hits: ReadonlySet<string> | null;
  readonly search: string;
  readonly memory: TreeMemory;
  /** Opens a unit, or fetches again or on what hangs below one that is open. */
  readonly onOpen: (id: string) => void;
  readonly onOpenAll: (ids: readonly string[]) => void;
  readonly onClose: (id: string) => void;
}

/** Which line has the focus: the one that had it, else the first hit, else the first line. */
function useActiveLine(lines: readonly TreeLine[], hits: ReadonlySet<string> | null, memory: TreeMemory) {
  const [key, setKey] = useState(memory.active);
  const known = lines.findIndex((line) => line.key === key);
  const firstHit = hits === null ? 0 : lines.findIndex(({ form, id }) => form === 'UNIT' && hits.has(id));
  const index = known === -1 ? Math.max(0, firstHit) : known;
  const focus = (next: number) => {
    const line = lines[next];
    if (line === undefined) return;
    rememberActive(memory, line.key);
    setKey(line.key);
  };
  return { index, focus };
}

/** Letters typed one after the other are one word. */
function useTyping() {
  const typed = useRef({ text: '', at: 0 });
  return (letter: string, now: number) => {
    const text = now - typed.current.at > 800 ? letter : typed.current.text + letter;
    typed.current = { text, at: now };
    return text;
  };
}

/** A row is as high as everywhere else, in pixels of the size that the reader has chosen. */
function rowHeight(): number {
  const styles = getComputedStyle(document.documentElement);
  return Math.round(Number.parseFloat(styles.fontSize) * Number.parseFloat(styles.getPropertyValue('--row')));
}

/** A grid is no higher than its rows. */
function rowsOf(count: number): CSSProperties & { readonly '--rows': number } {
  return { '--rows': count };
}

/**
 * A tree as a grid of rows, of which only those in sight are there, and always the one with the focus. The grid itself has the
 * browser's focus and names the row.
 */
export function TreeGrid({ lines, rowOf, scales, hits, search, memory, onOpen, onOpenAll, onClose }: TreeGridProps) {
  const { m } = usePrinting();
  const u = useUnitTexts();
  const navigate = useNavigate();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [height] = useState(rowHeight);
  const { index: active, focus } = useActiveLine(lines, hits, memory);
  const word = useTyping();
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer tells of its changes by itself; no compiler runs here
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    scrollMargin: height,
    scrollPaddingStart: height,
    initialRect: { width: 800, height: height * 16 },
    useFlushSync: false,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), active])].sort((one, other) => one - other),
  });
  useEffect(() => virtualizer.scrollToIndex(active, { align: 'auto' }), [virtualizer, active]);
  const turn = (line: TreeLine) => {
    if (line.form === 'UNIT' && line.opened === true) onClose(line.id);
    else if (line.form !== 'LOADING') onOpen(line.id);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const step = stepOf(lines, active, event.key);
    if (step?.do === 'focus') focus(step.index);
    else if (step?.do === 'open all') onOpenAll(step.ids);
    else if (step?.do === 'follow' && step.line.form === 'UNIT') {
      const code = rowOf(step.line.id)?.code;
      if (code !== undefined) void navigate({ to: '/don-vi/$code', params: { code }, search: keepScope });
    } else if (step !== null) turn(step.line);
    else if (event.key.length === 1 && event.key !== ' ') {
      const found = findTyped(lines, active, word(event.key, event.timeStamp), (unit) => rowOf(unit)?.name ?? '');
      if (found !== -1) focus(found);
    } else return;
    event.preventDefault();
  };
  const lineAt = ({ target }: MouseEvent) => {
    const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset['index'] : undefined;
    return index === undefined ? -1 : Number(index);
  };
  const items = virtualizer.getVirtualItems();
  return (
    <div
      ref={scroller}
      role="treegrid"
      tabIndex={0}
      aria-label={u.tree.gridLabel}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={items.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      className={styles['grid']}
      style={rowsOf(lines.length)}
      onKeyDown={press}
      onClick={(event) => {
        const index = lineAt(event);
        if (index === -1) return;
        focus(index);
        scroller.current?.focus({ preventScroll: true });
      }}
      onDoubleClick={(event) => {
        const line = lines[lineAt(event)];
        if (line?.form === 'UNIT' && line.opened !== null) turn(line);
      }}
    >
      <div role="row" aria-rowindex={1} className={styles['head']}>
        <span role="columnheader">{m.children.unit}</span>
        <span role="columnheader">{m.children.kind}</span>
        <span role="columnheader">{u.tree.below}</span>
        <span role="columnheader">{m.children.members}</span>
        <span role="columnheader">{m.children.admitted}</span>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const place = {
            id: `${id}-${index}`,
            index,
            active: index === active,
            top: start - height,
            onTurn: () => turn(line),
          };
          if (line.form !== 'UNIT') return <NoteRow key={key} line={line} {...place} />;
          const row = rowOf(line.id);
          return row === undefined ? null : <UnitTreeRow key={key} line={line} row={row} scale={scales[line.level - 1] ?? 0} search={search} {...place} />;
        })}
      </div>
    </div>
  );
}
