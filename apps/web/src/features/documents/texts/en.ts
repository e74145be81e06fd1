import type { DocumentTexts } from './vi.ts';

/** The English texts of the field for a document. */
export const en: DocumentTexts = {
  placeholder: 'Number or subject',
  list: 'Documents of the register',
  inRegister: 'In the register:',
  found: (count) => `${count} documents in the register. Use the arrow keys to choose.`,
  none: 'No such document is in the register.',
  failed: 'The register cannot be asked right now.',
  chosen: (number) => `Document ${number} is chosen.`,
};
