import { keepFocus } from './keep-focus';

// For as long as the page is open: whoever imports this does no more.
keepFocus(document);
