/**
 * MSW is asked for an answer here (`getResponse`), it intercepts nothing: of its interceptors only these three are ever
 * named, and the rest of them would be half of it.
 */
export const createRequestId = () => crypto.randomUUID();
export const getCleanUrl = (url: URL) => url.origin + url.pathname;
/** A status beside the standard's, which MSW's own response allows, is answered by no application. */
export const FetchResponse = Response;
