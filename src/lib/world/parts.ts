import { Part } from '#lib/parts/part';

/** What moves between branches, and cuts the tape for it. */
export const branching = new Part(() => import('./branching'));
/** What runs: timers, cycles, their units. */
export const running = new Part(() => import('./run/running'));
/** Who joins and leaves dynamic groups. */
export const dynamicRules = new Part(() => import('./directory/dynamic'));
/** Connect: its runs. */
export const connecting = new Part(() => import('./connect'));
/** What answers: the SCIM providers of the applications. */
export const providers = new Part(() => import('#lib/apps/answering'));
/** What a company with human resources, or a job from elsewhere, has besides. */
export const systems = new Part(() => import('./systems'));
/** What a company with an Active Directory has besides. */
export const onPremises = new Part(() => import('./on-premises'));
/** Who is in a directory besides the persons, where a company wants more than one guest. */
export const further = new Part(() => import('./further'));
/** What accounts an application has before the beginning. */
export const brownfield = new Part(() => import('./apps/brownfield'));
/** That somebody is hired. */
export const hires = new Part(() => import('./commands/hire'));
/** What reads all accounts of an application for a report. */
export const discovering = new Part(() => import('./run/discovering'));
/** What people do, except for the commands of a first visit. */
export const deeds = new Part(() => import('./commands/deeds'));
