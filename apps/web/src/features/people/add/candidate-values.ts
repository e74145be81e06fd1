/** What is typed about a new candidate, as it is typed. */
export interface CandidateValues {
  readonly fullName: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly personalNumber: string;
  readonly on: string;
  readonly occupation: string;
  readonly education: string;
  readonly youthUnion: string;
  readonly enterpriseRelation: string;
}

interface Sentences {
  readonly missing: string;
  readonly noDay: string;
  readonly noGender: string;
  readonly noUnit: string;
}

type Reading = { readonly birthDate: string; readonly on: string; readonly unit: string } | { readonly problems: Readonly<Record<string, string>> };

/** What can be seen to be missing without the rules; the days as they are sent. */
export function readCandidate(values: CandidateValues, unit: string | null, readDay: (text: string) => string | null, sentences: Sentences): Reading {
  const birthDate = readDay(values.birthDate);
  const on = readDay(values.on);
  const day = (text: string) => (text.trim() === '' ? sentences.missing : sentences.noDay);
  const problems: [string, string | null][] = [
    ['fullName', values.fullName.trim() === '' ? sentences.missing : null],
    ['birthDate', birthDate === null ? day(values.birthDate) : null],
    ['gender', values.gender === '' ? sentences.noGender : null],
    ['unit', unit === null ? sentences.noUnit : null],
    ['on', on === null ? day(values.on) : null],
  ];
  if (birthDate !== null && on !== null && unit !== null && problems.every(([, problem]) => problem === null)) return { birthDate, on, unit };
  return { problems: Object.fromEntries(problems.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]]))) };
}
