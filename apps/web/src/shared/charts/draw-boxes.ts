const clear = /^(transparent|rgba\(0, 0, 0, 0\))$/;
const smallest = 1.5;

/** Whether an element is seen: what is meant for readers only is one pixel large. */
export function isShown(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || style.visibility === 'hidden') return false;
  const { width, height } = element.getBoundingClientRect();
  return style.position !== 'absolute' || width > smallest || height > smallest;
}

/** Draws the ground and the lines of a box. */
export function drawBox(context: CanvasRenderingContext2D, box: DOMRect, style: CSSStyleDeclaration): void {
  if (box.width === 0 || box.height === 0) return;
  const round = Number.parseFloat(style.borderTopLeftRadius) || 0;
  context.save();
  context.beginPath();
  context.roundRect(box.left, box.top, box.width, box.height, Math.min(round, box.height / 2));
  if (!clear.test(style.backgroundColor)) {
    context.fillStyle = style.backgroundColor;
    context.fill();
  }
  if (style.backgroundImage.includes('gradient')) hatch(context, box);
  context.restore();
  drawLine(context, { width: style.borderTopWidth, colour: style.borderTopColor, from: [box.left, box.top], to: [box.right, box.top] });
  drawLine(context, { width: style.borderBottomWidth, colour: style.borderBottomColor, from: [box.left, box.bottom], to: [box.right, box.bottom] });
}

/** Slanted lines: what a hidden number has in the place of its bar. */
function hatch(context: CanvasRenderingContext2D, box: DOMRect): void {
  context.clip();
  context.strokeStyle = '#c3c8cf';
  context.lineWidth = 1.5;
  context.beginPath();
  for (let x = box.left - box.height; x < box.right; x += 6) {
    context.moveTo(x, box.bottom);
    context.lineTo(x + box.height, box.top);
  }
  context.stroke();
}

interface Line {
  readonly width: string;
  readonly colour: string;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

function drawLine(context: CanvasRenderingContext2D, { width, colour, from, to }: Line): void {
  const size = Number.parseFloat(width);
  if (!(size > 0) || clear.test(colour)) return;
  context.strokeStyle = colour;
  context.lineWidth = size;
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

/** Draws a text word by word, each where the page has put it. */
export function drawText(context: CanvasRenderingContext2D, node: Text, style: CSSStyleDeclaration): void {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.color;
  context.textBaseline = 'alphabetic';
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText(word);
    context.fillText(word, box.left, box.top + (box.height - ascent - descent) / 2 + ascent);
  }
}

/** The lines of a text in a width. */
export function wrapText(context: CanvasRenderingContext2D, { text, font, width }: { readonly text: string; readonly font: string; readonly width: number }): string[] {
  context.font = font;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && context.measureText(`${last} ${word}`).width <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
