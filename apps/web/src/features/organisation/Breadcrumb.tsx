import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './Breadcrumb.module.css';
import { UnitLink, type UnitPage } from './UnitLink.tsx';

export const BreadcrumbFields = graphql(`
  fragment BreadcrumbFields on Unit {
    id
    code
    name
    ancestors { id code name }
  }
`);

interface BreadcrumbProps {
  readonly unit: FragmentOf<typeof BreadcrumbFields>;
  /** The page that the units above open: the one that shows the breadcrumb. */
  readonly page: UnitPage;
  /** The unit of the viewer's grant: what lies above it is named, but cannot be opened. */
  readonly ownUnitId: string;
}

/** The way from the root to the unit. Units above the scope are plain text; the period and filters stay when moving. */
export function Breadcrumb({ unit: masked, ownUnitId, page }: BreadcrumbProps) {
  const { ancestors, id } = readFragment(BreadcrumbFields, masked);
  const { m } = usePrinting();
  const ownIndex = ancestors.findIndex((ancestor) => ancestor.id === ownUnitId);
  const firstInside = id === ownUnitId || ownIndex === -1 ? ancestors.length : ownIndex;
  const above = ancestors.at(-1);
  if (above === undefined) return null;
  return (
    <nav aria-label={m.scope.breadcrumb} className={styles['breadcrumb']}>
      <ol>
        {ancestors.map((ancestor, index) => (
          <li key={ancestor.id} data-last={index === ancestors.length - 1 || undefined}>
            {index < firstInside ? (
              <span title={m.scope.outside}>
                <ProperName>{ancestor.name}</ProperName>
              </span>
            ) : (
              <UnitLink page={page} code={ancestor.code}>
                <IconChevronLeft className={styles['back']} size="1.1em" aria-hidden="true" />
                <ProperName>{ancestor.name}</ProperName>
              </UnitLink>
            )}
            {index === ancestors.length - 1 ? null : (
              <IconChevronRight className={styles['after']} size="1em" aria-hidden="true" />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
