import { useMediaQuery } from '@mantine/hooks';

/** Whether the screen is as narrow as a phone's; the style sheets use the same limit. */
export function usePhone(): boolean {
  return useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
}
