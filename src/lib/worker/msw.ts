import './local-storage';

export { getResponse } from 'msw/utils/get-response';
export { mswHandlers } from '#lib/apps/msw';
