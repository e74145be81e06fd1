import { IconChevronDown, IconFold } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Dropdown } from '../../shared/ui/Dropdown.tsx';
import { KindsQuery } from './list-documents.ts';
import styles from './OpeningTools.module.css';
import { listLevels, type TreeLevel } from './tree-opening.ts';

interface OpeningToolsProps {
  readonly unitId: string;
  readonly treeDay: string | null;
  readonly onOpen: (level: TreeLevel) => void;
  readonly onClose: () => void;
}

/** Opens a tree down to one of the levels that it has, and closes it. */
export function OpeningTools({ unitId, treeDay, onOpen, onClose }: OpeningToolsProps) {
  const { f, language } = usePrinting();
  const u = useUnitTexts();
  const [opened, setOpened] = useState(false);
  const [{ data }] = useQuery({ query: KindsQuery, variables: { unit: unitId, treeDay, language } });
  const levels = listLevels(data?.unit?.counts.unitsByKind ?? []);
  return (
    <>
      <Dropdown
        opened={opened}
        onChange={setOpened}
        title={u.tree.openTo}
        width="24rem"
        target={
          <Button aria-expanded={opened} aria-disabled={levels.length === 0 || undefined} onClick={() => setOpened(levels.length > 0 && !opened)}>
            {u.tree.openTo}
            <IconChevronDown size="1.15em" aria-hidden="true" />
          </Button>
        }
      >
        <ul className={styles['levels']}>
          {levels.map((level) => (
            <li key={level.label}>
              <button
                type="button"
                onClick={() => {
                  setOpened(false);
                  onOpen(level);
                }}
              >
                <span>{level.tier === null ? u.tree.openAll(level.label) : level.label}</span>
                <span>{u.tree.units(f.integer(level.units))}</span>
              </button>
            </li>
          ))}
        </ul>
      </Dropdown>
      <Button icon={<IconFold size="1.15em" aria-hidden="true" />} onClick={onClose}>
        {u.tree.closeAll}
      </Button>
    </>
  );
}
