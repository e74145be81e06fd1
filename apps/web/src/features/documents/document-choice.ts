/** What stands in a field for a document: one of the register, or a number as it was typed. */
export interface DocumentChoice {
  /** Null while it is only a number. */
  readonly id: string | null;
  readonly number: string;
  /** Title of the one that is chosen. */
  readonly title: string;
}

/** Nothing chosen and nothing typed. */
export const noDocument: DocumentChoice = { id: null, number: '', title: '' };

/** A choice as it is sent: the id of a registered document, or the number as it was typed. */
export function sentDocument({ id, number }: DocumentChoice): { readonly document: string | null; readonly documentNumber: string | null } {
  return { document: id, documentNumber: id !== null || number.trim() === '' ? null : number };
}

/** A choice as one text, for forms that hold texts alone. Neither part has more than one line. */
export function writeChoice({ id, number, title }: DocumentChoice): string {
  return number === '' ? '' : [id ?? '', number, title].join('\n');
}

/** A choice from the text that it was written as. */
export function readChoice(text: string): DocumentChoice {
  const [id = '', number = '', title = ''] = text.split('\n');
  return { id: id === '' ? null : id, number, title };
}
