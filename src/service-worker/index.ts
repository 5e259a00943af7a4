/**
 * The one service worker of the site: it keeps the site usable offline, and it is the wire door to the applications,
 * for which MSW's own worker is merged in. The order matters: our listeners are asked first.
 */
import './offline';
import './stay';
import './take-over';
import 'msw/mockServiceWorker.js';
