import { createContext } from 'react';

/** What the pictures of a page are of, as one line: the unit and the days. It stands under a picture that leaves the page. */
export const FigureSourceContext = createContext('');
