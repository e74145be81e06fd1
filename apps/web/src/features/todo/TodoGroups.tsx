import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { groupSlugs } from '../../shared/url/group-slugs.ts';
import { useCandidacyTexts } from '../candidacies/index.ts';
import styles from './Todo.module.css';
import type { TodoPart } from './use-todo.ts';

/** How much there is to do of each group; a group leads to its list. */
export function TodoGroups({ parts }: { parts: readonly TodoPart[] }) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  return (
    <nav aria-label={t.todo.groups} className={styles['groups']}>
      <ul>
        {parts.map(({ group, total }) => {
          const content = (
            <>
              <strong>{f.integer(total)}</strong>
              <span>{words.todoGroups[group]}</span>
            </>
          );
          return (
            <li key={group} data-group={group}>
              {total === 0 ? <span className={styles['none']}>{content}</span> : <a href={`#${groupSlugs[group]}`}>{content}</a>}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
