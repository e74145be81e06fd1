import type { LifecycleTexts } from '@banyan/schema/texts/vi-lifecycle';
import type { Cell } from '../../../shared/download/csv.ts';
import type { Letter } from '../../people/index.ts';
import { receiverOf, senderOf } from '../letter/sides.ts';
import type { TransferTexts } from '../texts/vi.ts';

interface Printing {
  readonly columns: TransferTexts['columns'];
  readonly yes: string;
  readonly words: LifecycleTexts;
  readonly date: (day: string) => string;
}

/** Letters as a table with its heading. */
export function letterCells(rows: readonly Letter[], { columns, yes, words, date }: Printing): Cell[][] {
  const day = (value: string | null) => (value === null ? null : date(value));
  return [
    [...columns],
    ...rows.map((letter): Cell[] => [
      letter.personName,
      day(letter.birthDate),
      words.transferKinds[letter.kind],
      words.transferStates[letter.state],
      senderOf(letter),
      receiverOf(letter),
      letter.letterNumber,
      date(letter.issuedOn),
      letter.issuedBy,
      date(letter.dueOn),
      letter.isOverdue ? yes : null,
      day(letter.movedOn),
      day(letter.startDueOn),
      day(letter.acceptedOn),
      day(letter.endedOn),
      letter.cancelReason,
    ]),
  ];
}
