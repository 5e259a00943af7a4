import { pressOnce } from './press-once';

// For as long as the page is open: whoever imports this does no more.
pressOnce(document);
