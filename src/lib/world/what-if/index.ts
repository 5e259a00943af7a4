export { copying } from './copy';
export { graft } from './graft';
export { WhatIfRun, type LeftOut, type WhatIf } from './run';
