import { drawBox, drawText, isShown, wrapText } from './draw-boxes.ts';
import { drawVector } from './draw-vector.ts';

/** What is written around the picture. */
export interface PictureTexts {
  readonly title: string;
  readonly finding: string;
  readonly footer: string;
}

const scale = 2;
const margin = 24;
const ink = '#1f2329';
const muted = '#4a515b';

/**
 * Draws a part of the page on paper of its own, at twice its size: boxes, texts and vector pictures as they stand, in the fonts of the
 * page. Nothing is taken from elsewhere, so nothing can taint it.
 */
export async function drawPicture(element: HTMLElement, texts: PictureTexts): Promise<Blob> {
  await document.fonts.ready;
  const box = element.getBoundingClientRect();
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const family = getComputedStyle(document.body).fontFamily;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures');
  const font = (size: number, weight: number) => `${weight} ${root * size}px ${family}`;
  const lines = [
    { lines: wrapText(context, { text: texts.title, font: font(1.29, 600), width: box.width }), font: font(1.29, 600), colour: ink, height: root * 1.9 },
    { lines: wrapText(context, { text: texts.finding, font: font(1, 400), width: box.width }), font: font(1, 400), colour: muted, height: root * 1.5 },
  ];
  const footer = { lines: wrapText(context, { text: texts.footer, font: font(0.93, 400), width: box.width }), font: font(0.93, 400), colour: muted, height: root * 1.45 };
  const heightOf = (blocks: readonly { lines: readonly string[]; height: number }[]) => blocks.reduce((sum, { lines: { length }, height }) => sum + length * height, 0);
  const top = margin + heightOf(lines) + root * 0.6;
  const bottom = top + box.height + root * 0.8;
  canvas.width = Math.ceil((box.width + margin * 2) * scale);
  canvas.height = Math.ceil((bottom + heightOf([footer]) + margin * 0.6) * scale);
  context.scale(scale, scale);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  writeBlocks(context, lines, margin);
  writeBlocks(context, [footer], bottom);
  context.translate(margin - box.left, top - box.top);
  drawElement(context, element);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is too large')) : resolve(blob)), 'image/png');
  });
}

interface Block {
  readonly lines: readonly string[];
  readonly font: string;
  readonly colour: string;
  readonly height: number;
}

function writeBlocks(context: CanvasRenderingContext2D, blocks: readonly Block[], start: number): void {
  let y = start;
  for (const { lines, font, colour, height } of blocks) {
    context.font = font;
    context.fillStyle = colour;
    context.textBaseline = 'middle';
    for (const line of lines) {
      context.fillText(line, margin, y + height / 2);
      y += height;
    }
  }
}

/** Draws an element and what is in it, in the order of the page. */
function drawElement(context: CanvasRenderingContext2D, element: Element): void {
  const style = getComputedStyle(element);
  if (!isShown(element, style)) return;
  if (element instanceof SVGSVGElement) {
    drawVector(context, element);
    return;
  }
  drawBox(context, element.getBoundingClientRect(), style);
  for (const node of element.childNodes) {
    if (node instanceof Element) drawElement(context, node);
    else if (node instanceof Text) drawText(context, node, style);
  }
}
