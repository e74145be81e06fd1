import type { LifecycleTexts } from '@banyan/schema/texts/vi-lifecycle';
import type { Cell } from '../../../shared/download/csv.ts';
import { fullUnitName } from '../full-unit-name.ts';
import type { CandidacyTexts } from '../texts/vi.ts';
import type { ExportRow } from './pipeline-documents.ts';

interface Printing {
  readonly columns: CandidacyTexts['pipeline']['columns'];
  readonly yes: string;
  readonly words: LifecycleTexts;
  readonly date: (day: string) => string;
}

/** The candidates as a table with its heading. */
export function exportCells(rows: readonly ExportRow[], { columns, yes, words, date }: Printing): Cell[][] {
  const day = (value: string | null) => (value === null ? null : date(value));
  const heading = [
    columns.name,
    columns.unit,
    columns.stage,
    columns.state,
    columns.began,
    columns.last,
    columns.due,
    columns.dueOn,
    columns.overdue,
    columns.there,
    columns.needed,
    columns.helpers,
    columns.certificate,
  ];
  const cells = rows.map(({ person, unit, stage, state, beganOn, lastStepOn, deadline, papersThere, papersNeeded, participants, certificateUsableUntil }): Cell[] => [
    person.fullName,
    fullUnitName(unit),
    words.stages[stage],
    words.states[state],
    date(beganOn),
    date(lastStepOn),
    deadline === null ? null : words.deadlines[deadline.kind],
    day(deadline?.dueOn ?? null),
    deadline?.isOverdue === true ? yes : null,
    papersThere,
    papersNeeded,
    participants
      .filter(({ kind }) => kind === 'HELPER')
      .map(({ name }) => name)
      .join('; '),
    day(certificateUsableUntil),
  ]);
  return [heading, ...cells];
}
