import { ProperName } from '../../shared/ui/ProperName.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';

/** Whose a button or a box is, for readers: eyes see it in the line. */
export function SpokenName({ name }: { name: string }) {
  return (
    <VisuallyHidden>
      {' '}
      <ProperName>{name}</ProperName>
    </VisuallyHidden>
  );
}
