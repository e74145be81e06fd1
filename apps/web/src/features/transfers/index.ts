export { LetterBeside } from './letter/LetterBeside.tsx';
export { LetterButton } from './list/LetterButton.tsx';
export { Limits } from './letter/Limits.tsx';
export { receiverOf, senderOf } from './letter/sides.ts';
export { useTransferTexts } from './use-transfer-texts.ts';
