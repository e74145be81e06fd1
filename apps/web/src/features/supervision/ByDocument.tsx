import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { DocumentNumber } from '../documents/index.ts';
import type { SupervisionData } from './supervision-documents.ts';
import { useSupervisionTexts } from './use-supervision-texts.ts';

/** By which document somebody is in charge. */
export function ByDocument({ documentNumber, documentIssuedOn, document }: Pick<SupervisionData, 'documentNumber' | 'documentIssuedOn' | 'document'>) {
  const { f } = usePrinting();
  const { t } = useSupervisionTexts();
  return (
    <>
      {t.byDocument} <DocumentNumber number={documentNumber} document={document} /> {t.documentOf(f.date(documentIssuedOn))}
    </>
  );
}
