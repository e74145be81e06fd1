import type { RemovalGround, StepFact } from '@banyan/schema/lifecycle';

/** What is typed about a step, as it is typed. It outlasts a choice of another step. */
export interface StepValues {
  readonly on: string;
  readonly documentNumber: string;
  readonly certificateNumber: string;
  readonly receivedOn: string;
  readonly provinceConsentNumber: string;
  readonly upperConsentNumber: string;
  readonly removalGround: RemovalGround | '';
  readonly reason: string;
  readonly base: string;
  readonly present: string;
  readonly inFavour: string;
}

export const noValues: StepValues = { on: '', documentNumber: '', certificateNumber: '', receivedOn: '', provinceConsentNumber: '', upperConsentNumber: '', removalGround: '', reason: '', base: '', present: '', inFavour: '' };

/** The inputs that a refusal can name. */
export type StepField = 'on' | 'documentNumber' | 'certificateNumber' | 'receivedOn' | 'provinceConsentNumber' | 'upperConsentNumber' | 'removalGround' | 'reason' | 'vote' | 'base' | 'present' | 'inFavour';

/** What is wrong with the inputs. */
export type StepProblems = { readonly [field in StepField]?: string };

export const fieldOf = {
  DOCUMENT_NUMBER: 'documentNumber',
  VOTE: 'vote',
  CERTIFICATE_NUMBER: 'certificateNumber',
  RECEIVED_ON: 'receivedOn',
  PROVINCE_CONSENT_NUMBER: 'provinceConsentNumber',
  UPPER_CONSENT_NUMBER: 'upperConsentNumber',
  REMOVAL_GROUND: 'removalGround',
  REASON: 'reason',
} as const satisfies Record<StepFact, StepField>;

/** The facts that a step is recorded with, as they are sent. */
export interface StepFacts {
  readonly on: string;
  readonly documentNumber: string | null;
  readonly certificateNumber: string | null;
  readonly receivedOn: string | null;
  readonly provinceConsentNumber: string | null;
  readonly upperConsentNumber: string | null;
  readonly removalGround: RemovalGround | null;
  readonly reason: string | null;
  readonly vote: { readonly base: number; readonly present: number; readonly inFavour: number } | null;
}

interface Reading {
  readonly facts: readonly StepFact[];
  readonly optionalFacts: readonly StepFact[];
}

/** The sentences for what can be seen to be wrong without the rules: nothing typed, no day, no number. */
interface Sentences {
  readonly missing: string;
  readonly noDay: string;
  readonly notWhole: string;
}

/** Reads what was typed for the facts of a step; the rest of what was typed is not sent. Rules are the server's. */
export function readStepValues(
  values: StepValues,
  { facts, optionalFacts }: Reading,
  readDay: (text: string) => string | null,
  sentences: Sentences,
): { readonly facts: StepFacts } | { readonly problems: StepProblems } {
  const problems: { [field in StepField]?: string } = {};
  const asked = [...facts, ...optionalFacts];
  const missing = (fact: StepFact, typed: boolean) => {
    if (!typed && facts.includes(fact)) problems[fieldOf[fact]] = sentences.missing;
  };
  const day = (field: 'on' | 'receivedOn', text: string) => {
    const read = text.trim() === '' ? null : readDay(text);
    if (read === null && text.trim() !== '') problems[field] = sentences.noDay;
    return read;
  };
  const line = (fact: 'DOCUMENT_NUMBER' | 'CERTIFICATE_NUMBER' | 'PROVINCE_CONSENT_NUMBER' | 'UPPER_CONSENT_NUMBER' | 'REASON') => {
    if (!asked.includes(fact)) return null;
    const text = values[fieldOf[fact]].trim();
    missing(fact, text !== '');
    return text === '' ? null : text;
  };
  const on = day('on', values.on);
  if (values.on.trim() === '') problems.on = sentences.missing;
  const receivedOn = asked.includes('RECEIVED_ON') ? day('receivedOn', values.receivedOn) : null;
  missing('RECEIVED_ON', values.receivedOn.trim() !== '');
  const vote = asked.includes('VOTE') ? readVote(values) : null;
  if (vote === 'NO_NUMBER') problems.vote = sentences.notWhole;
  missing('VOTE', vote !== null);
  missing('REMOVAL_GROUND', values.removalGround !== '');
  const read = {
    documentNumber: line('DOCUMENT_NUMBER'),
    certificateNumber: line('CERTIFICATE_NUMBER'),
    provinceConsentNumber: line('PROVINCE_CONSENT_NUMBER'),
    upperConsentNumber: line('UPPER_CONSENT_NUMBER'),
    removalGround: asked.includes('REMOVAL_GROUND') && values.removalGround !== '' ? values.removalGround : null,
    reason: line('REASON'),
  };
  if (on === null || vote === 'NO_NUMBER' || Object.keys(problems).length > 0) return { problems };
  return { facts: { on, receivedOn, vote, ...read } };
}

/** The three numbers of a vote; null where none is typed. */
function readVote({ base, present, inFavour }: StepValues): StepFacts['vote'] | 'NO_NUMBER' {
  const typed = [base, present, inFavour].map((text) => text.trim());
  if (typed.every((text) => text === '')) return null;
  if (!typed.every((text) => /^\d{1,6}$/.test(text))) return 'NO_NUMBER';
  const [counted = 0, there = 0, for_ = 0] = typed.map(Number);
  return { base: counted, present: there, inFavour: for_ };
}
