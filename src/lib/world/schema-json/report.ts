/** The steps from the root of a document to one of its parts. */
export type Path = readonly (string | number)[];

/** One thing that is said of one place of a document. */
export interface Told {
	/** `$.synchronizationRules[0].objectMappings[1]`; `$` is the whole. */
	readonly path: string;
	readonly rule: string;
	readonly message: string;
}

export interface SchemaProblem extends Told {
	/** An error keeps the document from being saved, a warning does not. */
	readonly severity: 'error' | 'warning';
}

/** What became of each part of a document. */
export interface SchemaReport {
	readonly modelled: readonly Told[];
	/** Kept word for word and written again; nothing here acts on it. */
	readonly notModelled: readonly Told[];
	readonly problems: readonly SchemaProblem[];
}

export class Report implements SchemaReport {
	readonly modelled: Told[] = [];
	readonly notModelled: Told[] = [];
	readonly problems: SchemaProblem[] = [];

	acts(path: Path, rule: string, message: string): void {
		this.modelled.push({ path: pathText(path), rule, message });
	}

	keeps(path: Path, rule: string, message: string): void {
		this.notModelled.push({ path: pathText(path), rule, message });
	}

	error(path: Path, rule: string, message: string): void {
		this.problems.push({ severity: 'error', path: pathText(path), rule, message });
	}

	warning(path: Path, rule: string, message: string): void {
		this.problems.push({ severity: 'warning', path: pathText(path), rule, message });
	}
}

/** A path as JSONPath writes it. */
export function pathText(path: Path): string {
	return path
		.map((step) =>
			typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
		)
		.reduce((text, step) => text + step, '$');
}
