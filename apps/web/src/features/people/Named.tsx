import { ProperName } from '../../shared/ui/ProperName.tsx';

interface NamedProps {
  /** The sentence, around whatever it is given. */
  readonly say: (text: string) => string;
  /** A name, a number of a document, or what somebody wrote: Vietnamese in every language of the page. */
  readonly children: string;
}

/** A sentence with something Vietnamese in it, marked as such for readers. */
export function Named({ say, children }: NamedProps) {
  const [before = '', after = ''] = say('\n').split('\n');
  return (
    <>
      {before}
      <ProperName>{children}</ProperName>
      {after}
    </>
  );
}
