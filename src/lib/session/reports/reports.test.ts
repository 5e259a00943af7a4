import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { saasRows } from '#lib/content/plans/saas';
import { communications, designQuestions, stakeholders, thresholds } from '#lib/content/plans/pilot';
import { register } from '#lib/engine/rules';
import { views } from '#lib/views';
import { createWorld, type World } from '#lib/world';
import { PilotRun } from '#lib/world/pilot';
import { copyOf, runRow, type RowResult, type TestRow, type Turns } from '#lib/world/plan';
import { markdown, text, table } from './document';
import { testsJunit } from './junit';
import { pilotDocument } from './pilot';
import { summaryOf } from './summary';
import { testsCsv, testsDocument, type TestsReported } from './tests';

function done<T>(turns: Turns<T>): T {
	for (;;) {
		const step = turns.next();
		if (step.done) return step.value;
	}
}

const result = (world: World, row: TestRow): RowResult => done(runRow(finish(copyOf(world)), row));
const hire: TestRow = { id: 'own-1', title: 'Hire <Pat> & "Co"', act: { is: 'hire' }, expect: [{ is: 'inTenant' }] };

/** One row passes, one fails, one cannot be run. */
function reported(): TestsReported {
	const world = createWorld({ apps: ['byoa'] });
	world.do({ verb: 'job.setActions', args: { app: 'byoa', create: true, update: false, delete: true } });
	const rows = [saasRows[0]!, saasRows[2]!].map((row) => ({ row, plan: 'Applications', result: result(world, row) }));
	return {
		company: 'Contoso',
		users: 26,
		at: world.clock,
		isOld: false,
		rows: [...rows, { row: hire, plan: 'Own rows', result: result(world, hire) }],
		inventory: views.inventory(world, {}),
		register
	};
}

describe('the report of a test plan', () => {
	it('says how many rows passed, and keeps those that were not run apart', () => {
		expect(summaryOf(reported().rows)).toBe('1 of 3 rows passed, 1 failed, 1 not run.');
	});

	it('as Markdown has results, evidence, configuration, rule sources and what is simulated', () => {
		const words = markdown(testsDocument(reported()));
		const heads = words.split('\n').filter((line) => line.startsWith('## '));
		expect(heads).toEqual([
			'## Results',
			'## Evidence',
			'## Configuration',
			'## Rules and their sources',
			'## What is simulated'
		]);
		expect(words).toContain('| Target attribute | Type | Source | Matching | Applied |');
		expect(words).toMatch(/^\| C-158 \| .* \| (modelled|assumed|simplified) \|$/m);
		expect(words).toContain('POST /Users');
		expect(words).toContain('Hire \\<Pat\\> & "Co"');
	});

	it('never lets a name break a table, whatever is in it', () => {
		const words = markdown([table(['a|b'], [['one | two\nthree']]), text('# no heading, *no* bold, [no](link)')]);
		expect(words).toBe('| a\\|b |\n| --- |\n| one \\| two three |\n\n\\# no heading, \\*no\\* bold, \\[no\\](link)\n');
	});

	it('says that the company has changed since, instead of a number of users that are those of now', () => {
		const words = (isOld: boolean) => markdown(testsDocument({ ...reported(), isOld }));
		expect(words(false)).toContain('in a company of 26 users, and was taken back');
		expect(words(false)).not.toContain('has changed since');
		expect(words(true)).toContain('The company has changed since: the configuration below is that of now.');
		expect(words(true)).not.toContain('26 users');
	});

	it('as CSV has one line a check', () => {
		const lines = testsCsv(reported()).trim().split('\r\n');
		expect(lines[0]).toMatch(/^plan,id,title,application,person/);
		expect(lines.filter((line) => line.includes('saas-joins'))).toHaveLength(saasRows[0]!.expect.length);
		expect(lines.at(-1)).toContain('"Hire <Pat> & ""Co"""');
		expect(lines.at(-1)).toContain('Not run');
	});

	it('as JUnit has a suite for each plan, and a failure, a pass and a skip apart', () => {
		const xml = testsJunit(reported());
		expect(xml).toMatch(/<testsuites name="Test plan of Contoso" tests="3" failures="1" skipped="1" errors="0"/);
		expect(xml.match(/<testsuite /g)).toHaveLength(2);
		expect(xml.match(/<testcase /g)).toHaveLength(3);
		expect(xml.match(/<failure /g)).toHaveLength(1);
		expect(xml.match(/<skipped /g)).toHaveLength(1);
		expect(xml).toContain('name="Hire &lt;Pat&gt; &amp; &quot;Co&quot;"');
		// Every tag that opens is closed.
		const open = xml.match(/<[a-z-]+[^/>]*>/g)!.length - xml.match(/<\/[a-z-]+>/g)!.length;
		expect(open).toBe(0);
	});
});

describe('the report of a pilot', () => {
	it('has waves, verdicts, checklists and the inventory', () => {
		const world = createWorld({ apps: ['slack'], brownfield: true });
		const wave = { id: 'a', name: 'All', who: { is: 'number', count: null } } as const;
		const run = new PilotRun(finish(copyOf(world)), { app: 'slack', gapHours: 24, waves: [wave] });
		done(run.run());
		const ticks = (items: typeof stakeholders) =>
			items.map(({ text }, at) => ({ text, done: at === 0, note: at === 0 ? 'Mei' : '' }));
		const words = markdown(
			pilotDocument({
				company: 'Contoso',
				report: run.report,
				isOld: false,
				waves: [{ name: 'All', who: 'Everybody who is left' }],
				gap: '24 hours',
				thresholds,
				stakeholders: ticks(stakeholders),
				communications: ticks(communications),
				questions: [],
				inventory: views.inventory(world, { app: 'slack' }),
				register
			})
		);
		expect(words).toContain('### All: No-go');
		expect(words).toContain('- [x] IT owner: Mei');
		expect(words).toContain('- [ ] Security');
		expect(words).toContain('| John Smith | jsmith | name |');
		expect(words).toMatch(/\| Second accounts \| At most 0 accounts \| 2 accounts\. \| No \|/);
		expect(words).toContain('## Inventory');
		expect(words).not.toContain('Design questions');
	});

	it('says of a wave why people were skipped, and of the plan what is not worked out or not any more', () => {
		const world = createWorld({ apps: ['slack'] });
		const clauses = [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }];
		world.do({ verb: 'job.saveFilter', args: { app: 'slack', filter: { groups: [{ clauses }] } } } as never);
		const wave = { id: 'a', name: 'All', who: { is: 'number', count: null } } as const;
		const run = new PilotRun(finish(copyOf(world)), { app: 'slack', gapHours: 24, waves: [wave] });
		done(run.run());
		const [first] = run.report.waves;
		const report = {
			...run.report,
			from: { ...run.report.from, users: 10_000 },
			waves: [{ ...first!, others: 1, nested: 1, counts: { ...first!.counts, created: 1234 } }]
		};
		const waves = ['All', 'The rest'].map((name) => ({ name, who: 'Everybody who is left' }));
		const told = (isOld: boolean) =>
			markdown(
				pilotDocument({
					company: 'Contoso',
					report,
					isOld,
					waves,
					gap: '24 hours',
					thresholds,
					stakeholders: [],
					communications: [],
					questions: [],
					inventory: views.inventory(world, { app: 'slack' }),
					register
				})
			);
		const words = told(false);
		for (const one of [
			/^0 of 1 wave is go\. .* in a company of 10,000 users\.$/m,
			/^1 wave of the plan was not worked out\.$/m,
			/Skipped: \d+ does not pass the scoping filter\.$/m,
			/^- Outside this wave, written in the same time: 1 object\.$/m,
			/^- Left out: the members of 1 group inside these groups \(C-069\)\.$/m,
			/^\| All \|.*\| 1,234 \|/m
		])
			expect(words).toMatch(one);
		expect(words).not.toMatch(/Sim[A-Z]|has changed since/);
		expect(told(true)).toContain('The company or the plan has changed since the waves were worked out: the inventory');
		expect(told(true)).not.toContain('was not worked out');
	});

	it('H-166: asks what has to be decided where people come from human resources', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['snowflake'] });
		const words = markdown(
			pilotDocument({
				company: 'Contoso',
				report: null,
				isOld: false,
				waves: [],
				gap: '24 hours',
				thresholds,
				stakeholders: [],
				communications: [],
				questions: designQuestions.map(({ text }) => ({ text, done: false, note: '' })),
				inventory: views.inventory(world, { app: 'snowflake' }),
				register
			})
		);
		const asked = words.split('## Design questions for human resources')[1]!.split('\n## ')[0]!;
		const topics = ['rehires keep', 'future hires', 'terminations', 'converted', 'rescinded'];
		expect(topics.filter((topic) => asked.includes(topic))).toEqual(topics);
		expect(asked.match(/- \[ \]/g)).toHaveLength(5);
	});
});
