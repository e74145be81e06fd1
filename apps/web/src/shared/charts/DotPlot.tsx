import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type PointerEvent } from 'react';
import { dotRadius, layOutDots, type DotGeometry, type DotValue } from './dot-geometry.ts';
import styles from './DotPlot.module.css';

interface DotPlotProps {
  readonly values: readonly DotValue[];
  readonly median: { readonly value: number; readonly text: string } | null;
  readonly print: (value: number) => string;
}

const margin = { left: 10, right: 24 };

/** Where each of many stands on one scale, with the middle marked and the chosen ones named. A picture only: its frame says the finding in words. */
export function DotPlot({ values, median, print }: DotPlotProps) {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<DotGeometry['dots'][number]>();
  const geometry = useMemo(() => {
    if (width === 0) return null;
    const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return layOutDots(values, median, { width, ...margin, letter: root * 0.56, line: root * 1.5 });
  }, [values, median, width]);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(geometry?.dots.find((dot) => Math.hypot(dot.x - event.clientX + box.left, dot.y - event.clientY + box.top) <= dotRadius + 3));
  };
  return (
    <div ref={ref} className={styles['frame']} style={{ minHeight: geometry?.height ?? 160 }}>
      {geometry === null ? null : (
        <svg viewBox={`0 0 ${width} ${geometry.height}`} width={width} height={geometry.height} aria-hidden="true" onPointerMove={point} onPointerDown={point} onPointerLeave={() => setPointed(undefined)}>
          <Scale geometry={geometry} width={width} print={print} />
          {median === null || geometry.median === null ? null : (
            <>
              <line className={styles['median']} x1={geometry.median.x} x2={geometry.median.x} y1={geometry.median.y - 12} y2={geometry.axis} />
              <text className={styles['medianText']} x={geometry.median.labelX} y={geometry.median.y}>
                {median.text}
              </text>
            </>
          )}
          {geometry.labels.map((label) => (
            <line key={label.key} className={styles['leader']} x1={label.x} x2={label.x} y1={label.y + 4} y2={label.dotY} />
          ))}
          {geometry.dots.map((dot) => (
            <circle key={dot.key} className={dot.chosen ? styles['chosen'] : styles['dot']} data-tone={dot.tone} cx={dot.x} cy={dot.y} r={dot.chosen ? dotRadius + 1 : dotRadius - 0.5} />
          ))}
          {geometry.labels.map((label) => (
            <text key={label.key} className={label.chosen ? styles['name'] : styles['other']} data-tone={label.tone} x={label.left} y={label.y}>
              {label.text}
            </text>
          ))}
        </svg>
      )}
      {pointed === undefined ? null : (
        <div className={styles['tip']} style={{ left: Math.min(pointed.x + 12, width - 40), top: pointed.y - 34 }} data-left={pointed.x > width / 2 || undefined} aria-hidden="true">
          <strong>{pointed.name}</strong> {pointed.text ?? print(pointed.value)}
        </div>
      )}
    </div>
  );
}

function Scale({ geometry, width, print }: { geometry: DotGeometry; width: number; print: (value: number) => string }) {
  return (
    <>
      <line className={styles['base']} x1={margin.left} x2={width - margin.right} y1={geometry.axis} y2={geometry.axis} />
      {geometry.ticks.map(({ value, x }) => (
        <g key={value}>
          <line className={styles['base']} x1={x} x2={x} y1={geometry.axis} y2={geometry.axis + 4} />
          <text className={styles['axis']} x={x} y={geometry.axis + 20} textAnchor={value === 0 ? 'start' : 'middle'}>
            {print(value)}
          </text>
        </g>
      ))}
    </>
  );
}
