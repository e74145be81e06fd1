import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type SyntheticEvent } from 'react';

interface ModalOptions {
  readonly onClose: () => void;
  /** A dialog that must be answered stays when Escape is pressed or the page beside it is clicked. */
  readonly closable: boolean;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, makes the page behind inert and gives the focus back. To
 * be used on a `dialog` that is there only while it is open; the element marked `data-autofocus` gets the focus.
 */
export function useModal({ onClose, closable }: ModalOptions) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return undefined;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => dialog.close();
  }, []);
  return {
    ref,
    closedby: closable ? ('closerequest' as const) : ('none' as const),
    onCancel: (event: SyntheticEvent) => {
      // The dialog goes when its owner says so, not by itself.
      event.preventDefault();
      if (closable) onClose();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !closable) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      if (closable && event.target === ref.current) onClose();
    },
  };
}
