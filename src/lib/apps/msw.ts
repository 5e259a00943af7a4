import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import type { App } from './types';

/**
 * The application as MSW handlers: one that catches everything under its tenant URL, on whatever host it is served, and
 * answers a plain Response, which is what makes it fast.
 */
export function mswHandlers(app: App): RequestHandler[] {
	const { basePath } = app;
	const isOurs = ({ request }: { request: { url: string } }) => {
		const { pathname } = new URL(request.url);
		return pathname === basePath || pathname.startsWith(`${basePath}/`);
	};
	return [http.all(isOurs as never, (({ request }: { request: Request }) => app.handle(request)) as never)];
}
