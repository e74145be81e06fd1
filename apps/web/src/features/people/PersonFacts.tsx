import type { Dimension } from '@banyan/schema/enums';
import { Fragment, type ReactNode } from 'react';
import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './PersonRecord.module.css';

export const PersonFactsFields = graphql(`
  fragment PersonFactsFields on Person {
    birthDate
    gender
    occupation
    enterpriseRelation
    education
    youthUnion
    unit { id code name }
    ancestors { id code name }
  }
`);

/** What is recorded of somebody beside the way to membership. */
export function PersonFacts({ person: masked }: { readonly person: FragmentOf<typeof PersonFactsFields> }) {
  const person = readFragment(PersonFactsFields, masked);
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
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
