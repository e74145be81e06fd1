/** Draws a vector picture of the page: its shapes with the styles that they have there. */
export function drawVector(context: CanvasRenderingContext2D, picture: SVGSVGElement): void {
  for (const shape of picture.querySelectorAll('*')) {
    if (!(shape instanceof SVGGraphicsElement)) continue;
    const style = getComputedStyle(shape);
    const matrix = shape.getScreenCTM();
    if (style.display === 'none' || matrix === null) continue;
    context.save();
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    context.globalAlpha = Number(style.opacity);
    if (shape instanceof SVGTextElement) writeText(context, shape, style);
    else drawShape(context, shape, style);
    context.restore();
  }
}

function pathOf(shape: SVGGraphicsElement): Path2D | null {
  const number = (name: string) => Number(shape.getAttribute(name) ?? 0);
  if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute('d') ?? '');
  const path = new Path2D();
  if (shape instanceof SVGLineElement) {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  } else if (shape instanceof SVGRectElement) {
    path.rect(number('x'), number('y'), number('width'), number('height'));
  } else if (shape instanceof SVGCircleElement) {
    path.arc(number('cx'), number('cy'), number('r'), 0, Math.PI * 2);
  } else return null;
  return path;
}

function prepareStroke(context: CanvasRenderingContext2D, style: CSSStyleDeclaration): boolean {
  if (style.stroke === 'none') return false;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth) || 1;
  context.lineJoin = style.strokeLinejoin === 'round' ? 'round' : 'miter';
  context.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat));
  return true;
}

function drawShape(context: CanvasRenderingContext2D, shape: SVGGraphicsElement, style: CSSStyleDeclaration): void {
  const path = pathOf(shape);
  if (path === null) return;
  if (style.fill !== 'none' && !(shape instanceof SVGLineElement)) {
    context.fillStyle = style.fill;
    context.fill(path);
  }
  if (prepareStroke(context, style)) context.stroke(path);
}

const anchors: Readonly<Record<string, CanvasTextAlign>> = { middle: 'center', end: 'right' };

function writeText(context: CanvasRenderingContext2D, text: SVGTextElement, style: CSSStyleDeclaration): void {
  const words = text.textContent;
  const size = Number.parseFloat(style.fontSize);
  const shift = Number.parseFloat(text.getAttribute('dy') ?? '0') * size;
  const x = Number(text.getAttribute('x') ?? 0);
  const y = Number(text.getAttribute('y') ?? 0) + shift;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = anchors[style.textAnchor] ?? 'left';
  context.textBaseline = 'alphabetic';
  // The light rim around a name stands behind it.
  if (prepareStroke(context, style)) {
    context.lineJoin = 'round';
    context.strokeText(words, x, y);
  }
  context.fillStyle = style.fill;
  context.fillText(words, x, y);
}
