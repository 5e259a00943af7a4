import type { ViewData } from '#lib/views';

export type Question = ViewData<'troubleshoot'>['answers'][number]['question'];

/** What people come with, in the words of the troubleshooting pages. */
export const questions: readonly { readonly id: Question; readonly label: string }[] = [
	{ id: 'none', label: 'No users are being provisioned' },
	{ id: 'wrong', label: 'The wrong users are provisioned' },
	{ id: 'slow', label: 'Provisioning takes hours' },
	{ id: 'credentials', label: 'Credentials cannot be saved' }
];

export function questionNamed(name: string | null): Question {
	return questions.find(({ id }) => id === name)?.id ?? 'none';
}
