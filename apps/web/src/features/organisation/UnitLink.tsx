import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepScope } from '../../shared/url/keep-scope.ts';

/** The pages that show one unit: its overview, the tree below it, what it is compared with, and the page about itself. */
export type UnitPage = '/tong-quan' | '/to-chuc' | '/so-sanh' | '/don-vi/$code' | '/canh-bao' | '/nguon' | '/ket-nap' | '/chuyen-sinh-hoat' | '/chi-tieu' | '/ke-hoach' | '/vuong-mac' | '/van-ban';

interface UnitLinkProps {
  readonly page: UnitPage;
  readonly code: string;
  readonly className?: string | undefined;
  /** A link inside a grid is reached by the grid's own keys. */
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

/**
 * Opens a page of another unit. On the same page what was chosen stays, except what belonged to the unit before: its open lists and
 * people, and what the units below it were filtered by. From page to page the period and the day go along.
 */
export function UnitLink({ page, code, className, tabIndex, children }: UnitLinkProps) {
  const shared = { className, ...(tabIndex === undefined ? {} : { tabIndex }) };
  if (page === '/don-vi/$code') {
    return (
      <Link {...shared} to="/don-vi/$code" params={{ code }} search={keepScope}>
        {children}
      </Link>
    );
  }
  if (page === '/to-chuc') {
    return (
      <Link {...shared} to="/to-chuc" search={(previous) => ({ ...keepScope(previous), xem: previous['xem'], 'don-vi': code })}>
        {children}
      </Link>
    );
  }
  if (page === '/van-ban' || page === '/ke-hoach' || page === '/vuong-mac') {
    // What is opened beside the list belongs to the unit before.
    return (
      <Link {...shared} to={page} search={(previous) => ({ ...previous, unknownKeys: undefined, viec: undefined, muc: undefined, 'van-ban': undefined, 'don-vi': code })}>
        {children}
      </Link>
    );
  }
  if (page === '/nguon' || page === '/ket-nap' || page === '/chuyen-sinh-hoat' || page === '/chi-tieu') {
    return (
      <Link {...shared} to={page} search={(previous) => ({ ...previous, unknownKeys: undefined, 'chi-tieu': undefined, 'don-vi': code })}>
        {children}
      </Link>
    );
  }
  return (
    <Link {...shared} to={page} search={(previous) => ({ ...previous, ...ofOneUnit, 'don-vi': code })}>
      {children}
    </Link>
  );
}

const ofOneUnit = { xem: undefined, chieu: undefined, 'gia-tri': undefined, nguoi: undefined, tim: undefined, loai: undefined, unknownKeys: undefined } as const;
