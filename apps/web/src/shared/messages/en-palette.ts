import type { Messages } from './vi.ts';

/** The English texts of the search over everything. */
export const paletteTexts: Messages['palette'] = {
  open: 'Find a unit, a person…',
  openUnits: 'Find a unit, a page…',
  keys: 'Ctrl K',
  title: 'Search',
  field: 'Find a unit, a person or a page',
  fieldUnits: 'Find a unit or a page',
  hint: 'Names and codes of units, names of people; marks may be left out.',
  hintUnits: 'Names and codes of units; marks may be left out.',
  results: 'Results',
  recent: 'Recent',
  screens: 'Go to',
  units: 'Units',
  people: 'People',
  none: (words) => `Nothing found for “${words}” in your scope.`,
  found: (count) => `${count} results`,
  more: (shown, total) => `${shown} of ${total}`,
  howTo: '↑↓ choose · Enter open · Esc close',
};
