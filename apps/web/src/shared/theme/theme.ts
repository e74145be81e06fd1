import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const blue: MantineColorsTuple = [
  '#eef3fa',
  '#e8eff8',
  '#cbdaee',
  '#a9c2e2',
  '#7ea2d0',
  '#5583be',
  '#2b62a8',
  '#245590',
  '#174980',
  '#103a69',
];

/** Mantine, themed once. Sizes are in rem of a 14 px root, so that A, A+ and A++ scale everything alike. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 6,
  colors: { blue },
  black: '#1f2329',
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: '0.86rem', sm: '1rem', md: '1rem', lg: '1.14rem', xl: '1.29rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.45' },
  radius: { xs: '0.21rem', sm: '0.29rem', md: '0.43rem', lg: '0.57rem', xl: '0.86rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** The tokens of tokens.css under Mantine's names; its own greys are too pale for text. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-placeholder': 'var(--placeholder)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-anchor': 'var(--primary-dark)',
  },
  light: {
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-placeholder': 'var(--placeholder)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
  },
  dark: {},
});

/** The nonce that the server wrote into this page, or an empty text where it wrote none. */
export function readStyleNonce(): string {
  const written = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
  return written.startsWith('__') ? '' : written;
}
