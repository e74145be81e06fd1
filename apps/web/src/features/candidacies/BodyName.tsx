import { ProperName } from '../../shared/ui/ProperName.tsx';
import { awaitedOf } from './awaited.ts';
import type { CandidacyRowData } from './candidacy-documents.ts';
import { useCandidacyTexts } from './use-candidacy-texts.ts';

/** Whose act is awaited: the unit where it is known, else what sort of body it is. */
export function BodyName({ row }: { row: CandidacyRowData }) {
  const { words } = useCandidacyTexts();
  const option = awaitedOf(row) ?? row.steps[0];
  if (option === undefined) return null;
  return option.unit === null ? words.bodies[option.by] : <ProperName>{option.unit.name}</ProperName>;
}
