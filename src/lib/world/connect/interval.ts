/** H-300: of the scheduler of Microsoft Entra Connect. */
export const connectIntervalMs = 30 * 60_000;
