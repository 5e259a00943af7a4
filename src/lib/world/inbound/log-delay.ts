/** H-409: the log shows what an API-driven job did only after a while. */
export const logDelayMs = 10 * 60_000;
