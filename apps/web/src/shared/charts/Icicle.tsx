import { useElementSize } from '@mantine/hooks';
import { useCallback, useId, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import styles from './Icicle.module.css';
import { layOutIcicle, stepInIcicle, type IcicleCell, type IciclePart } from './icicle-geometry.ts';
import type { Step } from './luminance-steps.ts';

/** How a part is drawn. */
export interface IcicleLook {
  readonly label: string;
  /** Its step of luminance; null where it is not known, undefined for what belongs to no single unit. */
  readonly step: Step | null | undefined;
  /** What the pointer shows. */
  readonly lines: readonly string[];
}

interface IcicleProps {
  /** What it shows and which keys it takes. */
  readonly label: string;
  readonly parts: readonly IciclePart[];
  readonly lookOf: (key: string) => IcicleLook;
  readonly onChoose: (key: string) => void;
  /** Goes back to what the whole is a part of. */
  readonly onLeave: () => void;
  readonly height: number;
  /** The part that keys begin at; the first where it is not there. */
  readonly start: string | null;
  /** Whether it takes the focus when it comes: it was reached from another such picture. */
  readonly takesFocus: boolean;
}

const least = 4;
const labelled = 15;
const gap = 1;
/** Lower cells stand without a gap, which would hide them. */
const spaced = 6;
/** Width of a letter of the labels, about. */
const letter = 6.9;

/**
 * Columns of parts, each beside the part that it belongs to, as high as it is large. The picture itself has the browser's focus and
 * names the part that the keys have come to.
 */
export function Icicle({ label, parts, lookOf, onChoose, onLeave, height, start, takesFocus }: IcicleProps) {
  const { ref, width } = useElementSize();
  const id = useId();
  const [focused, setFocused] = useState(false);
  const [wanted, setWanted] = useState(start);
  const [pointed, setPointed] = useState<{ readonly key: string; readonly x: number; readonly y: number } | null>(null);
  const cells = useMemo(() => layOutIcicle(parts, { height, least }), [parts, height]);
  const units = cells.filter(({ key }) => lookOf(key).step !== undefined);
  const active = units.find(({ key }) => key === wanted) ?? units[0];
  const half = width / 2;
  const arrive = useCallback((picture: SVGSVGElement | null) => {
    if (takesFocus) picture?.focus({ preventScroll: true });
  }, [takesFocus]);
  const press = (event: KeyboardEvent) => {
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepInIcicle(units, active.key, event.key);
    if (next !== null) {
      setWanted(next);
      setPointed(null);
    } else if (event.key === 'Enter') onChoose(active.key);
    else if (event.key === 'Escape' || event.key === 'Backspace') onLeave();
    else return;
    event.preventDefault();
  };
  const keyAt = (event: PointerEvent<SVGSVGElement>) => (event.target instanceof Element ? event.target.closest('g')?.dataset['key'] : undefined);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const key = keyAt(event);
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(key === undefined ? null : { key, x: event.clientX - box.left, y: event.clientY - box.top });
  };
  return (
    <div ref={ref} className={styles['frame']} style={{ height }}>
      {width === 0 ? null : (
        <svg
          ref={arrive}
          viewBox={`0 0 ${width} ${height}`}
          role="tree"
          aria-label={label}
          tabIndex={0}
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.key}`}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={press}
          onPointerMove={point}
          onPointerLeave={() => setPointed(null)}
          onPointerUp={(event) => {
            const key = keyAt(event);
            if (key !== undefined && event.button === 0) onChoose(key);
          }}
        >
          {cells.map((cell) => (
            <Cell
              key={cell.key}
              id={`${id}-${cell.key}`}
              cell={cell}
              width={half}
              look={lookOf(cell.key)}
              tip={focused && cell === active ? `${id} tip` : undefined}
            />
          ))}
          {active === undefined ? null : <Frame cell={active} width={half} />}
        </svg>
      )}
      {pointed !== null ? (
        <Tip pointed={pointed} width={width} look={lookOf(pointed.key)} />
      ) : focused && active !== undefined ? (
        <Tip id={`${id} tip`} pointed={{ x: active.column * half + 40, y: active.top + active.height - 8 }} width={width} look={lookOf(active.key)} />
      ) : null}
    </div>
  );
}

interface CellProps {
  readonly id: string;
  readonly cell: IcicleCell;
  readonly width: number;
  readonly look: IcicleLook;
  /** Id of what is said about it beside its name. */
  readonly tip: string | undefined;
}

function Cell({ id, cell, width, look, tip }: CellProps) {
  const { language } = usePrinting();
  const x = cell.column * width;
  const room = Math.floor((width - 18) / letter);
  const text = look.label.length > room ? `${look.label.slice(0, Math.max(0, room - 1)).trimEnd()}…` : look.label;
  const tone = look.step === undefined ? 'rest' : look.step === null ? 'unknown' : `step-${look.step}`;
  const spoken =
    look.step === undefined
      ? ({ 'aria-hidden': true } as const)
      : ({ role: 'treeitem', 'aria-level': cell.column + 1, 'aria-label': look.label, 'aria-describedby': tip, 'aria-selected': tip !== undefined, lang: language === 'VI' ? undefined : 'vi' } as const);
  return (
    <>
      <g id={id} data-key={cell.key} className={styles[tone]} {...spoken}>
        <rect x={x} y={cell.top} width={Math.max(0, width - gap)} height={cell.height < spaced ? cell.height : cell.height - gap} />
      </g>
      {/* Beside what is spoken, which is the whole name. */}
      {cell.height < labelled + gap ? null : (
        <g aria-hidden="true" className={styles[tone]}>
          <text x={x + 8} y={cell.top + cell.height / 2} dy="0.35em">
            {text}
          </text>
        </g>
      )}
    </>
  );
}

/** The frame of the part that the keys have come to: dark within light, to be seen on every step. */
function Frame({ cell: { column, top, height }, width }: { cell: IcicleCell; width: number }) {
  const box = { x: column * width + 1, y: top + 1, width: Math.max(0, width - gap - 2), height: Math.max(1, height - gap - 2) };
  return (
    <g className={styles['focus']} aria-hidden="true">
      <rect {...box} />
      <rect {...box} />
    </g>
  );
}

interface TipProps {
  readonly id?: string;
  readonly pointed: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly look: IcicleLook;
}

function Tip({ id, pointed, width, look }: TipProps) {
  const side = pointed.x > width / 2 ? { right: width - pointed.x + 14 } : { left: pointed.x + 14 };
  return (
    <div id={id} className={styles['tip']} style={{ top: pointed.y + 14, ...side }} aria-hidden="true">
      <strong>{look.label}</strong>
      {look.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

const steps = [1, 2, 3, 4, 5] as const satisfies readonly Step[];

/** What each step of luminance stands for. */
export function StepLegend({ title, labels, unknown }: { title: string; labels: readonly string[]; unknown: string | null }) {
  return (
    <ul className={styles['legend']} aria-label={title}>
      <li>{title}</li>
      {steps.map((step, index) => (
        <li key={step}>
          <span aria-hidden="true" className={`${styles['swatch']} ${styles[`step-${step}`]}`} />
          {labels[index]}
        </li>
      ))}
      {unknown === null ? null : (
        <li>
          <span aria-hidden="true" className={`${styles['swatch']} ${styles['unknown']}`} />
          {unknown}
        </li>
      )}
    </ul>
  );
}
