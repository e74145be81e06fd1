import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type PointerEvent } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { layOutTrend, type TrendGeometry, type TrendValue } from './trend-geometry.ts';
import { trendHeight } from './trend-height.ts';
import styles from './Trend.module.css';

interface TrendProps {
  readonly values: readonly TrendValue[];
  readonly form: 'line' | 'columns';
  /** What the pointer shows at a step. */
  readonly describe: (index: number) => { readonly title: string; readonly lines: readonly string[] };
  readonly height?: number | undefined;
}

const margin = { left: 52, right: 14, top: 24, bottom: 26 };

/** A development over time, with the year before in grey. It is a picture only: its frame says the finding in words. */
export function Trend({ values, form, describe, height = trendHeight }: TrendProps) {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<number | null>(null);
  const geometry = useMemo(
    () => (width === 0 ? null : layOutTrend(values, { width, height, ...margin })),
    [values, width, height],
  );
  const point = (event: PointerEvent<SVGSVGElement>) => {
    if (geometry === null) return;
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setPointed(nearest(geometry, x));
  };
  return (
    <div ref={ref} className={styles['frame']} style={{ height }}>
      {geometry === null ? null : (
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          aria-hidden="true"
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setPointed(null)}
        >
          <Axes geometry={geometry} width={width} height={height} />
          {form === 'line' ? <Lines geometry={geometry} values={values} width={width} /> : <Columns geometry={geometry} />}
          {pointed === null ? null : <Pointed geometry={geometry} index={pointed} />}
        </svg>
      )}
      {geometry === null || pointed === null ? null : (
        <Tip x={geometry.steps[pointed]?.x ?? 0} width={width} text={describe(pointed)} />
      )}
    </div>
  );
}

function nearest(geometry: TrendGeometry, x: number): number | null {
  let best: number | null = null;
  geometry.steps.forEach((step, index) => {
    const current = best === null ? undefined : geometry.steps[best];
    if (current === undefined || Math.abs(step.x - x) < Math.abs(current.x - x)) best = index;
  });
  return best;
}

function Axes({ geometry, width, height }: { geometry: TrendGeometry; width: number; height: number }) {
  const { f } = usePrinting();
  return (
    <>
      {geometry.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className={value === 0 ? styles['base'] : styles['grid']} x1={margin.left} x2={width - margin.right} y1={y} y2={y} />
          <text className={styles['axis']} x={margin.left - 8} y={y} dy="0.33em" textAnchor="end">
            {f.integer(value)}
          </text>
        </g>
      ))}
      {geometry.steps.map((step) =>
        step.labelled ? (
          <text key={step.key} className={styles['axis']} x={step.x} y={height - 7} textAnchor="middle">
            {step.short}
          </text>
        ) : null,
      )}
    </>
  );
}

interface LinesProps {
  readonly geometry: TrendGeometry;
  readonly values: readonly TrendValue[];
  readonly width: number;
}

function Lines({ geometry, values, width }: LinesProps) {
  const { f } = usePrinting();
  const last = geometry.steps.findLast(({ y }) => y !== null);
  const value = values.findLast((candidate) => candidate.value !== null)?.value;
  return (
    <>
      <path className={styles['before']} d={geometry.beforePath} />
      <path className={styles['area']} d={geometry.area} />
      <path className={styles['line']} d={geometry.path} />
      {last?.y === null || last === undefined ? null : (
        <>
          <circle className={styles['dot']} cx={last.x} cy={last.y} r={4} />
          <text
            className={styles['label']}
            x={Math.min(last.x, width - margin.right)}
            y={last.y - 10}
            textAnchor="end"
          >
            {value === null || value === undefined ? null : f.integer(value)}
          </text>
        </>
      )}
    </>
  );
}

function Columns({ geometry }: { geometry: TrendGeometry }) {
  const half = geometry.columnWidth / 2;
  return geometry.steps.map((step) => (
    <g key={step.key}>
      {step.y === null ? null : (
        <rect className={styles['column']} x={step.x - half} width={half * 2} y={step.y} height={geometry.zero - step.y} />
      )}
      {step.beforeY === null ? null : (
        <line className={styles['mark']} x1={step.x - half - 3} x2={step.x + half + 3} y1={step.beforeY} y2={step.beforeY} />
      )}
    </g>
  ));
}

function Pointed({ geometry, index }: { geometry: TrendGeometry; index: number }) {
  const step = geometry.steps[index];
  if (step === undefined) return null;
  return (
    <>
      <line className={styles['hair']} x1={step.x} x2={step.x} y1={margin.top} y2={geometry.zero} />
      {step.beforeY === null ? null : <circle className={styles['beforeDot']} cx={step.x} cy={step.beforeY} r={3.5} />}
      {step.y === null ? null : <circle className={styles['dot']} cx={step.x} cy={step.y} r={4} />}
    </>
  );
}

interface TipProps {
  readonly x: number;
  readonly width: number;
  readonly text: { readonly title: string; readonly lines: readonly string[] };
}

function Tip({ x, width, text }: TipProps) {
  const side = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div className={styles['tip']} style={side} aria-hidden="true">
      <strong>{text.title}</strong>
      {text.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
