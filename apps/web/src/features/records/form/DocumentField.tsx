import { useState } from 'react';
import { useQuery } from 'urql';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { SearchBox } from '../../../shared/ui/SearchBox.tsx';
import { SelectField } from '../../people/index.ts';
import { DocumentChoiceQuery } from '../record-documents.ts';
import type { Option } from './Field.tsx';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

interface DocumentFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
  /** Id of the document, or the empty text. */
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
  /** The unit whose register is searched. */
  readonly unit: string;
  /** How the one that stands there already is called. */
  readonly chosen: string | null;
}

/** A document of the register: the latest, or those that a search finds. What is chosen stays in the list. */
export function DocumentField({ unit, chosen, value, onChange, ...rest }: DocumentFieldProps) {
  const { m, f } = usePrinting();
  const { t } = useRecordTexts();
  const [search, setSearch] = useState<string | undefined>();
  const [first] = useState<Option>({ value, label: chosen ?? '…', lang: 'vi' });
  const [{ data }] = useQuery({ query: DocumentChoiceQuery, variables: { unit, search: search ?? null } });
  const found = (useLast(data)?.documents.nodes ?? []).map(({ id, number, issuedOn, title }): Option => ({ value: id, label: `${number} · ${f.date(issuedOn)} · ${title}`, lang: 'vi' }));
  const [known, setKnown] = useState<readonly Option[]>([]);
  const kept = [...(first.value === '' ? [] : [first]), ...known].filter((one) => one.value === value && !found.some((other) => other.value === one.value));
  return (
    <div className={styles['pick']}>
      <SelectField
        {...rest}
        value={value}
        options={[{ value: '', label: t.documents.pickNone }, ...kept, ...found]}
        onChange={(id) => {
          setKnown(found.filter((one) => one.value === id));
          onChange(id);
        }}
      />
      <SearchBox label={t.documents.pick} hint={m.children.filterHint} value={search} onChange={setSearch} />
    </div>
  );
}
