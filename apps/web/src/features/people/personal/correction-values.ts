/** What is kept of a person and can be corrected, as the form shows it: days as they are typed. */
export interface PersonValues {
  readonly fullName: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly education: string;
  readonly youthUnion: string;
}

/** Its fields, in the order of the form. */
export const personFields = ['fullName', 'birthDate', 'gender', 'occupation', 'education', 'youthUnion', 'enterpriseRelation'] as const satisfies readonly (keyof PersonValues)[];

/** What was typed over it, and beside it. */
export interface TypedCorrection {
  readonly over: Partial<PersonValues>;
  readonly personalNumber: string;
  /** Whether what can change in life was wrong, or has changed since a day. */
  readonly how: 'WRONG' | 'CHANGED';
  readonly since: string;
  readonly reason: string;
}

export const nothingTyped: TypedCorrection = { over: {}, personalNumber: '', how: 'WRONG', since: '', reason: '' };

/** What can change in life, so that it is asked since when. */
export const livingFields = ['occupation', 'education', 'youthUnion', 'enterpriseRelation'] as const;

/** What was typed that differs from what stands. */
export function changesOf(standing: PersonValues, over: Partial<PersonValues>): Partial<PersonValues> {
  return Object.fromEntries(personFields.flatMap((field) => (over[field] === undefined || over[field].trim() === standing[field] ? [] : [[field, over[field].trim()]])));
}

/** Whether something changes of which it matters since when. */
export function changesInLife(changes: Partial<PersonValues>): boolean {
  return livingFields.some((field) => changes[field] !== undefined);
}

type Reading = { readonly sent: Partial<PersonValues> & { readonly since?: string; readonly personalNumber?: string; readonly reason: string } } | { readonly problems: Readonly<Record<string, string>> };

/** What is sent, with the days as they are sent; or what can be seen to be wrong without the rules. */
export function readCorrection(standing: PersonValues, typed: TypedCorrection, readDay: (text: string) => string | null, sentences: { missing: string; noDay: string }): Reading {
  const { birthDate: typedBirth, ...changes } = changesOf(standing, typed.over);
  const birthDate = typedBirth === undefined ? undefined : readDay(typedBirth);
  const hasSince = changesInLife(changes) && typed.how === 'CHANGED';
  const since = hasSince ? readDay(typed.since) : undefined;
  const problems = {
    ...(birthDate === null ? { birthDate: sentences.noDay } : {}),
    ...(since === null ? { since: typed.since.trim() === '' ? sentences.missing : sentences.noDay } : {}),
    ...(typed.reason.trim() === '' ? { reason: sentences.missing } : {}),
  };
  if (birthDate === null || since === null || Object.keys(problems).length > 0) return { problems };
  const number = typed.personalNumber.trim();
  return { sent: { ...changes, ...(birthDate === undefined ? {} : { birthDate }), ...(since === undefined ? {} : { since }), ...(number === '' ? {} : { personalNumber: number }), reason: typed.reason.trim() } };
}
