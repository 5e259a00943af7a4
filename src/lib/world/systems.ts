export { answerInbound } from './inbound/answer';
export { readingOf } from './inbound/reading';
export { addHrJobs, populateHr } from './setup-hr';
export { populateHybrid } from './setup-hybrid';
export { HrView } from './source/hr-view';
export { UploadView } from './source/upload-view';
