import { readFragment, type FragmentOf } from '../../../shared/graphql/graphql.ts';
import { SumsFields, TargetFields, WorksheetFields, type TargetData, type WorksheetData } from '../target-documents.ts';
import type { Whole } from './worksheet.ts';

/** A target with its worksheet, all of it read. */
export type EditorData = WorksheetData & TargetData;

/** Reads a target with its worksheet out of the answer. */
export function readEditorData(answer: FragmentOf<typeof WorksheetFields>): EditorData {
  const sheet = readFragment(WorksheetFields, answer);
  return { ...sheet, ...readFragment(TargetFields, sheet) };
}

/** What a worksheet divides. */
export function wholeOf({ kind, low, high, allocation }: EditorData): Whole {
  return { kind, low, high, elsewhere: readFragment(SumsFields, allocation?.sums)?.elsewhere ?? [] };
}
