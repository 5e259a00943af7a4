/** Stands in the guards of a fact where the slot of its cycle would stand: no table grows so far. */
export const noCycle = 0xffffff;
