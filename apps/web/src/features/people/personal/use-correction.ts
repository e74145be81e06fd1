import { useState } from 'react';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { readTypedDate } from '../../ledger/index.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { nothingTyped, readCorrection, type PersonValues, type TypedCorrection } from './correction-values.ts';
import { CorrectPerson, type PersonalFields } from './personal-document.ts';
import { useAnswer, type Told } from './use-answer.ts';

const drafts = new Drafts<TypedCorrection>();

export type Personal = ResultOf<typeof PersonalFields>;

const fields = ['fullName', 'birthDate', 'gender', 'occupation', 'enterpriseRelation', 'education', 'youthUnion', 'personalNumber', 'since', 'reason'];

/** What is kept of a person, as the form shows it. */
export function valuesOf(person: Personal, date: (day: string) => string): PersonValues {
  const { fullName, gender, occupation, enterpriseRelation, education, youthUnion } = person;
  return { fullName, birthDate: date(person.birthDate), gender, occupation, enterpriseRelation, education, youthUnion };
}

/** Correcting a person: typed, looked at, written. What was typed stays until it is written, whatever happens meanwhile. */
export function useCorrection(person: Personal, onDone: () => void) {
  const { m, f } = usePrinting();
  const { kept } = usePersonalTexts();
  const [seen, setSeen] = useState(person);
  const { values: typed, setValues: setTyped, settle, isKept, forget } = useDraft(drafts, person.id, () => nothingTyped);
  const [preview, setPreview] = useState<Told | null>(null);
  const { send, isBusy, problems, setProblems, failure, setFailure } = useAnswer(CorrectPerson, fields);
  const standing = valuesOf(seen, f.date);

  const attempt = (dryRun: boolean) => {
    const read = readCorrection(standing, typed, readTypedDate, { missing: kept.refusals.FACT_MISSING, noDay: m.scope.dateWrong });
    if ('problems' in read) return setProblems(read.problems);
    return void send({ person: seen.id, expectedVersion: seen.version, dryRun, ...read.sent }, (told) => {
      if (told?.isWritten !== true) return setPreview(told);
      settle();
      onDone();
    });
  };
  const change = (more: Partial<TypedCorrection>) => {
    const touched = new Set([...Object.keys(more), ...Object.keys(more.over ?? {})]);
    setTyped({ ...typed, ...more, over: { ...typed.over, ...more.over } });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([field]) => !touched.has(field))));
  };
  const back = () => {
    setPreview(null);
    setFailure(null);
  };
  /** Takes over what somebody else has corrected; what was typed stays. */
  const again = () => {
    setSeen(person);
    back();
  };
  // A refusal of what was looked at stands beside its field.
  const shown = Object.keys(problems).length > 0 ? null : preview;
  return { seen, standing, typed, isKept, forget, change, preview: shown, back, again, isConflict: !isBusy && seen.version !== person.version, isBusy, problems, failure, look: () => attempt(true), write: () => attempt(false) };
}
