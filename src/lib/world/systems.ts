export { answerInbound } from './inbound/answer';
export { readingOf } from './inbound/reading';
export { plainTarget } from '#lib/engine/target/plain';
export { takeEffect } from './hr/change';
export { reevaluate } from './hr/daily';
export { sampleWorkers } from './hr/sample';
export { addHrJobs, populateHr } from './setup-hr';
export { HrView } from './source/hr-view';
export { UploadView } from './source/upload-view';
