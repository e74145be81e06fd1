import { lazy } from 'react';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';

/* What names targets brings the words of targets with it: it comes after the plan, where there is something to name. */

/** The form of an item. */
export const ItemForm = lazy(async () => ({ default: (await loadPatiently(async () => await import('./ItemForm.tsx'))).ItemForm }));
/** The target of an item. */
export const ItemTarget = lazy(async () => ({ default: (await loadPatiently(async () => await import('./ItemTarget.tsx'))).ItemTarget }));
/** The plan as a file, which names targets too. */
export const PlanDownload = lazy(async () => ({ default: (await loadPatiently(async () => await import('./PlanDownload.tsx'))).PlanDownload }));
