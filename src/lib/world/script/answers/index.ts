import type { Check } from '../parse/tree';
import { ScriptError } from '../parse/error';
import type { Sandbox } from '../run/sandbox';
import { Asked, type Answer, type Answers } from './answer';
import { accounts } from './accounts';
import { directory } from './directory';
import { files } from './files';
import { hr } from './hr';
import { hybrid } from './hybrid';
import { jobs } from './jobs';
import { logs } from './logs';
import { outcomes } from './outcomes';

export type { Answer } from './answer';

const answers: Answers = {
	...accounts,
	...directory,
	...jobs,
	...logs,
	...files,
	...hr,
	...hybrid,
	...outcomes
};

/** The names with which an expression can begin. */
export const expressionNames = Object.keys(answers);

/** What an expression says at this moment. */
export function answer(sandbox: Sandbox, { expression, place }: Check): Answer {
	const asked = new Asked(sandbox, expression);
	const { name } = asked.head;
	if (!Object.hasOwn(answers, name)) throw new ScriptError(`There is no expression ${name}`, place);
	return answers[name]!(asked);
}
