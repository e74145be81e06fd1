import { Button } from '../../../shared/ui/Button.tsx';
import { SpokenName } from '../../candidacies/index.ts';
import type { Letter } from '../../people/index.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';

interface LetterButtonProps {
  readonly letter: Letter;
  /** Whether it is the one button that the eye should find, where it does anything. */
  readonly primary: boolean;
  readonly onOpen: (letter: string) => void;
}

/** The one button that does what can be done of a letter; else it is looked at. */
export function LetterButton({ letter, primary, onOpen }: LetterButtonProps) {
  const { t } = useTransferTexts();
  const label = letter.viewerCanAccept ? t.accept.action : letter.viewerCanEnd ? t.end.action : t.open;
  return (
    <Button tone={primary && letter.viewerCanAccept ? 'primary' : 'outline'} onClick={() => onOpen(letter.id)}>
      <span>
        {label}
        <SpokenName name={letter.personName} />
      </span>
    </Button>
  );
}
