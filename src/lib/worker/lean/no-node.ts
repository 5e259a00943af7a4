/** A worker is never Node. */
export const isNodeProcess = () => false;
