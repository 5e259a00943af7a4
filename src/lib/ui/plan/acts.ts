import { actForms } from '#lib/content/plans/forms';
import type { ActName } from '#lib/world/plan';

const hr = new Set(actForms.filter(({ on }) => on === 'hr').map(({ is }) => is));

/** Done in human resources, and tried on a job that reads them. */
export const isHrAct = (act: ActName): boolean => hr.has(act);
