import { IconArrowRight, IconUserOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import type { ListSearch } from '../../shared/url/list-search.ts';
import { keepScope } from '../../shared/url/keep-scope.ts';
import { PersonFacts, PersonFactsFields } from './PersonFacts.tsx';
import styles from './PersonRecord.module.css';
import { usePeopleTexts } from './use-people-texts.ts';

export const PersonQuery = graphql(
  `
    query Person($id: ID!) {
      viewer { ...IdentityFields }
      person(id: $id) {
        ...PersonFactsFields
        id
        fullName
        state
        admissionDecidedOn
        ceremonyOn
        officialOn
        recognitionDecidedOn
        leftOn
      }
    }
  `,
  [IdentityFields, PersonFactsFields],
);

type Person = NonNullable<ResultOf<typeof PersonQuery>['person']>;

/** `list` is the list of people that it was opened from, where it was one. What is recorded of one member: where, in which state, and the dates of becoming a member. */
export function PersonRecord({ id, list }: { readonly id: string; readonly list?: ListSearch }) {
  const { m } = usePrinting();
  const { t } = usePeopleTexts();
  const [{ data, error, fetching, stale }, reload] = useQuery({ query: PersonQuery, variables: { id } });
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (data === undefined || (data.person === null && (fetching || stale))) return <Skeleton height="18rem" />;
  if (data.person === null) {
    return <Message title={m.person.notFound} icon={<IconUserOff size="2rem" stroke={1.5} aria-hidden="true" />} />;
  }
  return (
    <>
      <Head person={data.person} />
      <Dates person={data.person} />
      <section>
        <h4 className={styles['heading']}>{m.person.facts}</h4>
        <PersonFacts person={data.person} />
      </section>
      <p className={styles['page']}>
        <Link to="/nguoi/$id" params={{ id }} search={(previous: ListSearch) => ({ ...keepScope(previous), ...list })}>
          {t.page.open}
          <IconArrowRight size="1.1em" aria-hidden="true" />
        </Link>
      </p>
    </>
  );
}

function Head({ person }: { person: Person }) {
  const { texts } = usePrinting();
  return (
    <div className={styles['head']}>
      <h3>
        <ProperName>{person.fullName}</ProperName>
      </h3>
      <span className={styles['state']} data-state={person.state}>
        {texts.memberStates[person.state]}
      </span>
    </div>
  );
}

function Dates({ person }: { person: Person }) {
  const { m, f } = usePrinting();
  const dates: [string, string | null][] = [
    [m.person.decided, person.admissionDecidedOn],
    [m.person.ceremony, person.ceremonyOn],
    [m.person.official, person.officialOn],
    [m.person.recognition, person.recognitionDecidedOn],
    ...(person.leftOn === null ? [] : [[m.person.left, person.leftOn] satisfies [string, string]]),
  ];
  return (
    <section>
      <h4 className={styles['heading']}>{m.person.process}</h4>
      <ol className={styles['dates']}>
        {dates.map(([label, date]) => (
          <li key={label} data-known={date !== null}>
            <span>{label}</span>
            <strong>{date === null ? m.person.notRecorded : f.date(date)}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
