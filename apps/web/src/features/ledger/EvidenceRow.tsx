import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './EvidenceRow.module.css';

export const EvidenceRowFields = graphql(`
  fragment EvidenceRowFields on EvidenceItem {
    id
    delta
    subject {
      __typename
      ... on Person { id fullName birthDate }
      ... on Unit { id code name kind { code name(language: $language) } }
    }
    unit { id code name }
    entries { id occurredOn recordedAt measure delta unit { id name } }
  }
`);

type Row = ResultOf<typeof EvidenceRowFields>;

/** One person or unit behind a figure; opens to the entries that count it. */
export function EvidenceRow({ item }: { item: FragmentOf<typeof EvidenceRowFields> }) {
  const row = readFragment(EvidenceRowFields, item);
  const { m, f } = usePrinting();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const name = subjectName(row) ?? m.evidence.withheldItem;
  return (
    <li className={styles['row']}>
      <div className={styles['line']}>
        <div className={styles['subject']}>
          <Subject row={row} />
          {row.unit === null ? null : (
            <p className={styles['unit']}>
              <ProperName>{row.unit.name}</ProperName>
            </p>
          )}
        </div>
        {row.delta === 1 ? null : <span className={styles['delta']}>{f.difference(row.delta)}</span>}
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={opened}
          aria-controls={id}
          aria-label={`${m.evidence.entriesOf(name)}: ${m.evidence.entries(f.integer(row.entries.length))}`}
          onClick={() => setOpened(!opened)}
        >
          {m.evidence.entries(f.integer(row.entries.length))}
          <IconChevronDown size="1.1em" aria-hidden="true" data-opened={opened} />
        </button>
      </div>
      <div id={id} hidden={!opened} className={styles['entries']}>
        {opened ? <Entries entries={row.entries} /> : null}
      </div>
    </li>
  );
}

function subjectName({ subject }: Row): string | null {
  if (subject === null) return null;
  return subject.__typename === 'Person' ? subject.fullName : subject.name;
}

function Subject({ row: { subject } }: { row: Row }) {
  const { m, f } = usePrinting();
  if (subject === null) return <p className={styles['withheld']}>{m.evidence.withheldItem}</p>;
  if (subject.__typename === 'Person') {
    return (
      <p className={styles['name']}>
        <Link to="/tong-quan" search={(previous) => ({ ...previous, nguoi: subject.id })}>
          <ProperName>{subject.fullName}</ProperName>
        </Link>{' '}
        <span className={styles['fact']}>{m.evidence.born(f.date(subject.birthDate))}</span>
      </p>
    );
  }
  return (
    <p className={styles['name']}>
      <Link to="/tong-quan" search={({ ky }) => ({ ky, 'don-vi': subject.code })}>
        <ProperName>{subject.name}</ProperName>
      </Link>{' '}
      <span className={styles['fact']}>{subject.kind.name}</span>
    </p>
  );
}

function Entries({ entries }: { entries: Row['entries'] }) {
  const { m, texts, f } = usePrinting();
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id} className={styles['entry']}>
          <p>
            <strong>{texts.measures[entry.measure]}</strong> {f.difference(entry.delta)}
          </p>
          <dl>
            <dt>{m.evidence.occurred}</dt>
            <dd>{f.date(entry.occurredOn)}</dd>
            <dt>{m.evidence.recorded}</dt>
            <dd>{f.dayOf(entry.recordedAt)}</dd>
            {entry.unit === null ? null : (
              <>
                <dt>{m.evidence.unit}</dt>
                <dd>
                  <ProperName>{entry.unit.name}</ProperName>
                </dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}
