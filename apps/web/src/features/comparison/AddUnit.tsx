import { IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { SearchDialog } from '../../shared/ui/SearchDialog.tsx';
import { usePaletteSearch } from '../palette/index.ts';
import { useComparisonTexts } from './use-comparison-texts.ts';

interface AddUnitProps {
  /** Codes of units that are chosen already. */
  readonly without: readonly string[];
  readonly onUnit: (code: string) => void;
  readonly onClose: () => void;
}

/** Finds a unit anywhere in the scope by a few letters of its name or code. */
export function AddUnit({ without, onUnit, onClose }: AddUnitProps) {
  const { m } = usePrinting();
  const comparison = useComparisonTexts();
  const [words, setWords] = useState('');
  const { units, busy, failure } = usePaletteSearch(words, false);
  const options = units.hits.flatMap((hit) =>
    hit.sort !== 'unit' || without.includes(hit.code)
      ? []
      : [
          {
            key: hit.code,
            icon: <IconSitemap size="1.35em" stroke={1.7} aria-hidden="true" />,
            title: <ProperName>{hit.title}</ProperName>,
            detail: (
              <>
                {hit.kind} · <ProperName>{hit.path}</ProperName>
              </>
            ),
          },
        ],
  );
  return (
    <SearchDialog
      title={comparison.addTitle}
      label={comparison.addTitle}
      hint={m.palette.hintUnits}
      words={words}
      onWords={setWords}
      groups={options.length === 0 ? [] : [{ key: 'units', title: m.palette.units, options }]}
      busy={busy}
      failure={failure}
      onChoose={(code) => {
        onUnit(code);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
