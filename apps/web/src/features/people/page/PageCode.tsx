import { generate } from 'lean-qr';
import { useMemo } from 'react';
import { codePath } from './code-path.ts';

/** White around a code, in modules: without it a camera does not find it. */
const margin = 4;

/** The address of a page for a camera. It comes by itself: paper alone shows it. */
export function PageCode({ address, label }: { readonly address: string; readonly label: string }) {
  const { path, size } = useMemo(() => {
    const code = generate(address);
    return { path: codePath(code), size: code.size + 2 * margin };
  }, [address]);
  return (
    <svg role="img" aria-label={label} viewBox={`${-margin} ${-margin} ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
