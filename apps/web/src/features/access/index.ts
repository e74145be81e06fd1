export { AccountMenu } from './AccountMenu.tsx';
export { applyFontSize, readFontSize } from './font-size.ts';
export { IdentityContext, useIdentityControl, type IdentityControl } from './identity-context.ts';
export { SessionEndedDialog } from './SessionEndedDialog.tsx';
export { SessionWarning } from './SessionWarning.tsx';
export { ViewerFields, ViewerQuery } from './viewer.ts';
