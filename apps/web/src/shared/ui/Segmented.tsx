import { useId } from 'react';
import styles from './Segmented.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Spoken instead of the label, where the label is a mark such as A+. */
  readonly spoken?: string;
  /** Cannot be chosen now; the reason stands in text beside the group. */
  readonly disabled?: boolean;
}

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly wide?: boolean;
  /** Rows of this many, where one row is too long. */
  readonly columns?: number;
}

/** A choice of few: radio buttons drawn side by side, with the arrow keys that radio buttons have. */
export function Segmented<V extends string>({ label, segments, value, onChange, wide = false, columns }: SegmentedProps<V>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`${styles['group']} ${wide ? styles['wide'] : ''}`}
      style={columns === undefined ? undefined : { display: 'grid', gridTemplateColumns: `repeat(${columns}, 1fr)` }}
    >
      {segments.map((segment) => (
        <label key={segment.value} className={styles['segment']}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            aria-label={segment.spoken}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
