import { saveFile } from '../download/save-file.ts';
import { foldName } from '../format/fold-name.ts';
import { drawPicture } from './draw-picture.ts';

/** Draws what stands in the frame of a chart, with its title, its finding and a line below, and hands it over as a file. */
export async function savePicture(element: HTMLElement, footer: string): Promise<void> {
  const title = element.closest('section')?.querySelector('h2')?.textContent ?? '';
  const finding = element.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  const content = await drawPicture(element, { title, finding, footer });
  saveFile({ name: `${fileName(title)}.png`, content, type: 'image/png' });
}

function fileName(title: string): string {
  return foldName(title).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'banyan';
}
