import './local-storage';

export { getResponse } from 'msw';
export { mswHandlers } from '#lib/apps/msw';
