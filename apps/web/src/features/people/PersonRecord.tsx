import type { Dimension } from '@banyan/schema/enums';
import { IconUserOff } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import styles from './PersonRecord.module.css';

export const PersonQuery = graphql(
  `
    query Person($id: ID!) {
      viewer { ...IdentityFields }
      person(id: $id) {
        id
        fullName
        birthDate
        gender
        state
        occupation
        enterpriseRelation
        education
        youthUnion
        admissionDecidedOn
        ceremonyOn
        officialOn
        recognitionDecidedOn
        leftOn
        unit { id code name }
        ancestors { id code name }
      }
    }
  `,
  [IdentityFields],
);

type Person = NonNullable<ResultOf<typeof PersonQuery>['person']>;

/** What is recorded of one member: where, in which state, and the dates of becoming a member. */
export function PersonRecord({ id }: { id: string }) {
  const { m } = usePrinting();
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
      <Facts person={data.person} />
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

function Facts({ person }: { person: Person }) {
  const { m, f, texts } = usePrinting();
  const slice = (dimension: Dimension, key: string) => {
    const labels: Readonly<Record<string, string>> = texts.slices[dimension];
    return labels[key] ?? key;
  };
  const path = person.ancestors
    .filter(({ id }) => id !== person.unit.id)
    .map(({ name }) => name)
    .join(' › ');
  const facts: [string, ReactNode][] = [
    [m.person.birth, f.date(person.birthDate)],
    [m.person.gender, slice('GENDER', person.gender)],
    [
      m.person.unit,
      <Fragment key="unit">
        <ProperName>{person.unit.name}</ProperName>
        <span className={styles['path']}>
          <ProperName>{path}</ProperName>
        </span>
      </Fragment>,
    ],
    [m.person.occupation, slice('OCCUPATION', person.occupation)],
    [m.person.enterprise, slice('ENTERPRISE_RELATION', person.enterpriseRelation)],
    [m.person.education, slice('EDUCATION', person.education)],
    [m.person.youthUnion, slice('YOUTH_UNION', person.youthUnion)],
  ];
  return (
    <section>
      <h4 className={styles['heading']}>{m.person.facts}</h4>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
