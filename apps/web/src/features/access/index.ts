export { AccountMenu } from './AccountMenu.tsx';
export { applyFontSize, readFontSize } from './font-size.ts';
export { IdentityContext, useIdentityControl, type IdentityControl } from './identity-context.ts';
export { useGrantChange } from './use-grant-change.ts';
export { ViewerFields, ViewerQuery } from './viewer.ts';
