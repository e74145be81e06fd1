import type { Messages } from './vi.ts';

/** The English texts of files and of paper. */
export const filesTexts: Messages['files'] = {
  workbook: 'Download the table (Excel)',
  csv: 'Download the table (CSV)',
  picture: 'Download the picture (PNG)',
  failed: 'The file could not be made. Please try again.',
  fetched: (known, total) => `${known} of ${total} fetched`,
  drawnOn: (day) => `made on ${day}`,
  print: 'Print',
  printedAt: (time) => `Printed at ${time}`,
  printedBy: (name, role) => `Printed by ${name} (${role})`,
  dataUntil: (day) => `Figures up to the end of ${day}`,
};
