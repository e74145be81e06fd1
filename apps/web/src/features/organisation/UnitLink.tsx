import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The pages that show one unit. */
export type UnitPage = '/tong-quan';

interface UnitLinkProps {
  readonly page: UnitPage;
  readonly code: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Opens a page of another unit. What was chosen stays, except what belonged to the unit before: its open lists and people. */
export function UnitLink({ page, code, className, children }: UnitLinkProps) {
  return (
    <Link to={page} search={(previous) => ({ ...previous, ...ofOneUnit, 'don-vi': code })} className={className}>
      {children}
    </Link>
  );
}

const ofOneUnit = { xem: undefined, chieu: undefined, 'gia-tri': undefined, nguoi: undefined, unknownKeys: undefined } as const;
