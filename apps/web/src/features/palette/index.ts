export { PaletteLauncher } from './PaletteLauncher.tsx';
export { usePaletteSearch } from './use-palette-search.ts';
