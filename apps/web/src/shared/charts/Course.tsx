import { usePrinting } from '../messages/LanguageProvider.tsx';
import { readCourse, type YearValue } from './course-values.ts';
import { Sparkline } from './Sparkline.tsx';

interface CourseProps {
  readonly values: readonly YearValue[];
  /** The first year that counts, for all rows alike. */
  readonly begun: number;
  readonly max: number;
  readonly print: (value: number) => string;
}

/** How a figure went over some years, in the row of its unit. */
export function Course({ values, begun, max, print }: CourseProps) {
  const { m } = usePrinting();
  const course = readCourse(values, begun);
  if (course === null) return m.common.none;
  const { first, last, highest } = course;
  const difference = Math.round((last.value - first.value) * 10) / 10;
  const size = print(Math.abs(difference));
  const change = difference === 0 ? m.overview.same : difference > 0 ? m.overview.more(size) : m.overview.fewer(size);
  return (
    <Sparkline
      values={values.map(({ value }, index) => (index < begun ? null : value))}
      max={max}
      label={m.trend.course(print(first.value), first.year, print(last.value), last.year, change, print(highest.value), highest.year)}
    />
  );
}
