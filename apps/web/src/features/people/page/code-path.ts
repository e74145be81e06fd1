/** A square code: whether each of its modules is dark. */
interface Code {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** The dark modules of a code as the path of a picture, one unit each; those beside each other in a row are one piece. */
export function codePath(code: Code): string {
  const pieces: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x + 1, y)) x += 1;
      pieces.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
    }
  }
  return pieces.join('');
}
