/** C-227: how long the recycle bin keeps a user or Microsoft 365 group. */
export const recycleMs = 30 * 24 * 3_600_000;
