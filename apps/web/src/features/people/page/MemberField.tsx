import { useId, useState } from 'react';
import { useQuery } from 'urql';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { SearchBox } from '../../../shared/ui/SearchBox.tsx';
import { Problem } from '../fields/Problem.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import { OfficialMembersQuery } from './person-document.ts';

/** A member who can be named. */
export interface Member {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string;
}

interface MemberFieldProps {
  readonly unit: string;
  readonly value: Member | null;
  readonly problem: string | undefined;
  readonly onChange: (member: Member) => void;
}

/** An official member of a unit, found by name. Who was chosen stays in the list whatever is searched for next. */
export function MemberField({ unit, value, problem, onChange }: MemberFieldProps) {
  const { m, f } = usePrinting();
  const { t } = usePeopleTexts();
  const id = useId();
  const [search, setSearch] = useState<string>();
  const [{ data, fetching, error }, ask] = useQuery({ query: OfficialMembersQuery, variables: { filter: { under: unit, search: search ?? null, states: ['OFFICIAL'] } } });
  const found = useLast(fetching ? undefined : data?.people.nodes) ?? [];
  const offered = value === null || found.some((member) => member.id === value.id) ? found : [value, ...found];
  return (
    <div data-invalid={problem === undefined ? undefined : ''}>
      <SearchBox label={t.involved.search} hint={m.children.filterHint} value={search} onChange={setSearch} />
      {error === undefined ? null : <QueryFailure error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      <div role="radiogroup" aria-label={t.involved.choose} aria-describedby={`${id}-problem`} className={styles['found']} aria-busy={fetching}>
        {offered.map((member) => (
          <label key={member.id} htmlFor={`${id}-${member.id}`}>
            <input type="radio" id={`${id}-${member.id}`} name={id} checked={member.id === value?.id} onChange={() => onChange(member)} />
            <span lang="vi">{member.fullName}</span>
            <span className={styles['muted']}>{t.step.born(f.date(member.birthDate))}</span>
          </label>
        ))}
      </div>
      {offered.length === 0 && !fetching && error === undefined ? <p className={styles['muted']}>{t.involved.none}</p> : null}
      <Problem id={`${id}-problem`}>{problem}</Problem>
    </div>
  );
}
