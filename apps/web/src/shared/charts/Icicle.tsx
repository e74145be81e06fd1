import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type PointerEvent } from 'react';
import styles from './Icicle.module.css';
import { layOutIcicle, type IcicleCell, type IciclePart } from './icicle-geometry.ts';
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
  readonly parts: readonly IciclePart[];
  readonly lookOf: (key: string) => IcicleLook;
  readonly onChoose: (key: string) => void;
  readonly height: number;
}

const least = 4;
const labelled = 15;
const gap = 1;
/** Lower cells stand without a gap, which would hide them. */
const spaced = 6;
/** Width of a letter of the labels, about. */
const letter = 6.9;

/**
 * Columns of parts, each beside the part that it belongs to, as high as it is large. A picture only, to be pressed with a pointer:
 * its frame says the finding in words, and its table leads to the same places.
 */
export function Icicle({ parts, lookOf, onChoose, height }: IcicleProps) {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<{ readonly key: string; readonly x: number; readonly y: number } | null>(null);
  const cells = useMemo(() => layOutIcicle(parts, { height, least }), [parts, height]);
  const half = width / 2;
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
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          onPointerMove={point}
          onPointerLeave={() => setPointed(null)}
          onPointerUp={(event) => {
            const key = keyAt(event);
            if (key !== undefined && event.button === 0) onChoose(key);
          }}
        >
          {cells.map((cell) => (
            <Cell key={cell.key} cell={cell} width={half} look={lookOf(cell.key)} />
          ))}
        </svg>
      )}
      {pointed === null ? null : <Tip pointed={pointed} width={width} look={lookOf(pointed.key)} />}
    </div>
  );
}

function Cell({ cell, width, look }: { cell: IcicleCell; width: number; look: IcicleLook }) {
  const x = cell.column * width;
  const room = Math.floor((width - 18) / letter);
  const text = look.label.length > room ? `${look.label.slice(0, Math.max(0, room - 1)).trimEnd()}…` : look.label;
  const tone = look.step === undefined ? 'rest' : look.step === null ? 'unknown' : `step-${look.step}`;
  return (
    <g data-key={cell.key} className={styles[tone]}>
      <rect x={x} y={cell.top} width={Math.max(0, width - gap)} height={cell.height < spaced ? cell.height : cell.height - gap} />
      {cell.height < labelled + gap ? null : (
        <text x={x + 8} y={cell.top + cell.height / 2} dy="0.35em">
          {text}
        </text>
      )}
    </g>
  );
}

function Tip({ pointed, width, look }: { pointed: { readonly x: number; readonly y: number }; width: number; look: IcicleLook }) {
  const side = pointed.x > width / 2 ? { right: width - pointed.x + 14 } : { left: pointed.x + 14 };
  return (
    <div className={styles['tip']} style={{ top: pointed.y + 14, ...side }} aria-hidden="true">
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
