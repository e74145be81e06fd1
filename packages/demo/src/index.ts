export { demonstrationAccounts, demonstrationPassword, type DemonstrationAccount, type DemonstrationGrant } from './accounts.ts';
export { demonstrationSupervisions, type DemonstrationSupervision } from './supervision.ts';
export { makeDemonstration } from './demonstration.ts';
export { publishedFigures, type FigureDimension, type FigureMeasure, type PublishedFigure } from './figures.ts';
export type * from './types.ts';
