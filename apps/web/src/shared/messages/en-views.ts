import type { viViews } from './vi-views.ts';

/** The English texts of what belongs to every page: saved views, the room, help, the end of a session. */
export const enViews: typeof viViews = {
  views: {
    title: 'Views',
    empty: 'No view is saved yet. A saved page opens again in one click, with its unit, period, order and filters.',
    list: 'Saved views',
    saveTitle: 'Save this page',
    name: 'Name of the view',
    nameMissing: 'Enter a name for the view.',
    suggestion: (unit, period) => `${unit}, ${period}`,
    save: 'Save',
    saving: 'Saving…',
    saved: (name) => `Saved “${name}”.`,
    isSaved: (name) => `This page is saved as “${name}”.`,
    remove: (name) => `Delete “${name}”`,
    removed: (name) => `Deleted “${name}”`,
    undo: 'Undo',
    restored: (name) => `Restored “${name}”.`,
    failed: 'This could not be done. Please try again.',
  },
  tv: {
    start: 'Present',
    leave: 'Leave',
    dataAt: (time) => `Figures of ${time}`,
    asking: 'Getting figures',
    notUpdated: 'could not be updated',
    stop: (name, index, all) => `${name} (${index}/${all})`,
  },
  help: { title: 'Help', open: 'Help for this page' },
  stay: {
    left: (minutes) => `The session ends in ${minutes} min.`,
    stay: 'Stay',
    title: 'Stay signed in',
    body: 'Enter your password to work for another 8 hours. The page and what was typed on it are kept.',
  },
};
