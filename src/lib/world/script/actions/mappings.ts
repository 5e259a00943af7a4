import { checkMappings, type AttributeMapping, type MappingSource } from '#lib/engine/mapping';
import { compileScope } from '#lib/engine/scoping';
import { unlistedAttributes } from '#lib/hr/workday-api';
import { ScriptError } from '../parse/error';
import { scan, split } from '../parse/split';
import { namedExpressions } from '../named-expressions';
import { targetPath } from '../run/targets';
import type { Actions, Args } from './args';

const constant = /^constant\s+"([^"]*)"$/;
const direct = /^\[([\w.]+)\]$/;
const matching = /\s+match\s+(\d+)$/;

function sourceOf(text: string, args: Args): MappingSource {
	const fixed = constant.exec(text);
	if (fixed) return { type: 'Constant', value: fixed[1]! };
	const attribute = direct.exec(text);
	if (attribute) return { type: 'Direct', attribute: attribute[1]! };
	if (!text.startsWith('@')) return { type: 'Expression', expression: text };
	const expression = namedExpressions[text.slice(1)];
	if (!expression) throw new ScriptError(`There is no expression ${text}`, args.statement.place);
	return { type: 'Expression', expression };
}

/** target = source, target only during creation, remove target: applied to the mappings as they are. */
export function changed(before: readonly AttributeMapping[], item: string, args: Args): AttributeMapping[] {
	const { sandbox } = args;
	const app = sandbox.app(args.app());
	const at = (name: string) => targetPath(sandbox, app, name);
	const gone = /^remove\s+(\S.*)$/.exec(item);
	if (gone) {
		const target = at(gone[1]!);
		if (!before.some((one) => one.target === target))
			throw new ScriptError(`${gone[1]} is not mapped`, args.statement.place);
		return before.filter((one) => one.target !== target);
	}
	const once = /^(\S+)\s+only during creation$/.exec(item);
	if (once) {
		const target = at(once[1]!);
		if (!before.some((one) => one.target === target))
			throw new ScriptError(`${once[1]} is not mapped`, args.statement.place);
		return before.map((one) => (one.target === target ? { ...one, flowType: 'ObjectAddOnly' } : one));
	}
	const equals = scan(item, (place) => item[place] === '=');
	if (equals < 1) throw new ScriptError(`${item} is not a mapping: target = source`, args.statement.place);
	const target = at(item.slice(0, equals).trim());
	const rest = item.slice(equals + 1).trim();
	const match = matching.exec(rest);
	const source = sourceOf(match ? rest.slice(0, match.index).trim() : rest, args);
	const old = before.find((one) => one.target === target);
	const row: AttributeMapping = {
		...(old ?? { target }),
		source,
		...(match && { matchingPrecedence: Number(match[1]) })
	};
	return old ? before.map((one) => (one === old ? row : one)) : [...before, row];
}

/** H-164: a named expression comes with what it reads, as its author has put it into the attribute list. */
function listWhatIsRead(args: Args): void {
	const names = [...args.raw(1, 'mappings').matchAll(/=\s*@(\w+)/g)].map(([, name]) => name!);
	const read = names.map((name) => namedExpressions[name] ?? '').join(' ');
	for (const attribute of unlistedAttributes)
		if (read.includes(`[${attribute}]`))
			args.sandbox.do({ verb: 'hr.attributeList', args: { app: args.app(), attribute, on: true } });
}

export const mappings: Actions = {
	saveMapping(args) {
		const app = args.app();
		const { sandbox } = args;
		listWhatIsRead(args);
		const config = sandbox.sim.host.config(sandbox.job(app).config);
		let attributes: AttributeMapping[] = [...config.users.attributes];
		for (const { text } of split(args.raw(1, 'mappings'), ';')) attributes = changed(attributes, text, args);
		const [error] = checkMappings(attributes).filter(({ severity }) => severity === 'error');
		if (error) return error.message;
		return sandbox.do({ verb: 'job.saveMapping', args: { app, attributes: attributes as never } });
	},
	saveFilter(args) {
		const clauses = args
			.raw(1, 'a filter')
			.split(/\s+AND\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/)
			.map((text) => clauseOf(text.trim(), args));
		const filter = { groups: [{ clauses }] };
		const compiled = compileScope(filter);
		if ('error' in compiled) return compiled.message;
		return args.sandbox.do({ verb: 'job.saveFilter', args: { app: args.app(), filter } });
	},
	clearFilter: (args) => args.sandbox.do({ verb: 'job.saveFilter', args: { app: args.app(), filter: null } }),
	setActions(args) {
		const on = args.statement.args.slice(1).flatMap(({ value }) => value.toLowerCase().split(/[\s,]+/));
		const has = (name: string) => on.includes(name) || on.includes(name[0]!);
		return args.sandbox.do({
			verb: 'job.setActions',
			args: { app: args.app(), create: has('create'), update: has('update'), delete: has('delete') }
		});
	}
};

function clauseOf(text: string, args: Args): { attribute: string; operator: string; value?: string } {
	const [, attribute, operator, value] = /^(\S+)\s+(.+?)(?:\s+"([^"]*)")?$/.exec(text) ?? [];
	if (!attribute || !operator)
		throw new ScriptError(`${text} is not a clause: an attribute, an operator and a value`, args.statement.place);
	return { attribute, operator, ...(value !== undefined && { value }) };
}
