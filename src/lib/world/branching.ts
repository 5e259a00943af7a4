import type { Branch, BranchMove, Branches } from './branches';
import { append, cut, drop as dropTail, repeat as repeatTail } from './core/cut';

export { append, cut };

/** Branches that are being moved: what a move does on its way is not told of. */
const moving = new WeakSet<Branches>();

function moved<T>(branches: Branches, move: BranchMove, perform: () => T): T {
	const isOuter = !moving.has(branches);
	const watcher = isOuter ? branches.watcher : null;
	watcher?.before();
	moving.add(branches);
	try {
		return perform();
	} finally {
		if (isOuter) moving.delete(branches);
		watcher?.after(move);
	}
}

export function fork(branches: Branches, name?: string): Branch {
	return moved(branches, { move: 'fork', at: branches.ledger.here, name }, () => {
		const id = branches.list.length;
		const branch: Branch = { id, name: name ?? `branch ${id}`, undone: false, parked: null };
		branches.list.push(branch);
		leave(branches, id);
		return branch;
	});
}

export function activate(branches: Branches, id: number): void {
	if (id === branches.live) return toEnd(branches);
	if (!branches.list[id]?.parked) throw new Error(`there is no branch ${id}`);
	moved(branches, { move: 'activate', id }, () => goTo(branches, id));
}

export function drop(branches: Branches, id: number, back: number): void {
	if (id !== branches.list.length - 1) throw new Error('only the newest branch can be dropped');
	moved(branches, { move: 'drop', id, back }, () => {
		goTo(branches, back);
		dropTail(branches.ledger, branches.list.pop()!.parked!.tail);
	});
}

export function rename(branches: Branches, id: number, name: string): void {
	const branch = branches.list[id];
	if (!branch) throw new Error(`there is no branch ${id}`);
	moved(branches, { move: 'rename', id, name }, () => (branch.name = name));
}

export function discard(branches: Branches, id: number, discarded: boolean): void {
	const branch = branches.list[id];
	if (!branch || branch.undone) throw new Error(`there is no branch ${id}`);
	if (id === branches.live) throw new Error('the branch that is open cannot be discarded: open another one first');
	moved(branches, { move: 'discard', id, discarded }, () => (branch.discarded = discarded));
}

export function undo(branches: Branches, name: string): Branch {
	return moved(branches, { move: 'undo', at: branches.ledger.here, name }, () => {
		const aside: Branch = { id: branches.list.length, name, undone: true, parked: null };
		branches.list.push(aside);
		park(branches, aside, branches.live);
		for (const other of hangingOn(branches, branches.live, (at) => at > aside.parked!.at))
			other.parked!.anchor = aside.id;
		return aside;
	});
}

export function redo(branches: Branches): boolean {
	const aside = branches.undone;
	if (!aside) return false;
	moved(branches, { move: 'redo', id: aside.id }, () => {
		const { tail } = aside.parked!;
		toEnd(branches);
		aside.parked = null;
		for (const other of hangingOn(branches, aside.id, () => true)) other.parked!.anchor = branches.live;
		append(branches.ledger, tail);
		toEnd(branches);
	});
	return true;
}

export function follow({ ledger, list, live }: Branches): void {
	const { here, clock } = ledger;
	for (const { parked } of list) {
		if (parked?.anchor !== live || parked.at !== here) continue;
		const { boundaries } = parked.tail;
		const later = boundaries.findIndex(({ at }) => at > clock);
		repeatTail(ledger, parked.tail, later < 0 ? boundaries.length : later);
		if (ledger.here > here) return;
	}
}

export function repeat(branches: Branches, move: BranchMove): void {
	switch (move.move) {
		case 'fork':
			branches.ledger.seek(move.at);
			fork(branches, move.name);
			return;
		case 'activate':
			return activate(branches, move.id);
		case 'drop':
			return drop(branches, move.id, move.back);
		case 'rename':
			return rename(branches, move.id, move.name);
		case 'discard':
			return discard(branches, move.id, move.discarded);
		case 'undo':
			branches.ledger.seek(move.at);
			undo(branches, move.name);
			return;
		case 'redo':
			redo(branches);
	}
}

function hangingOn({ list }: Branches, anchor: number, where: (at: number) => boolean): Branch[] {
	return list.filter(({ parked }) => parked?.anchor === anchor && where(parked.at));
}

function park({ ledger }: Branches, branch: Branch, anchor: number): void {
	branch.parked = { anchor, at: ledger.here, point: ledger.now, tail: cut(ledger) };
}

/** Parks the live branch from the present boundary on and makes another one live there. */
function leave(branches: Branches, next: number): void {
	const left = branches.current;
	const at = branches.ledger.here;
	// What hung on the shared part of the branch that is left hangs on the new one from now on.
	for (const other of hangingOn(branches, left.id, (hangs) => hangs <= at))
		if (other !== left) other.parked!.anchor = next;
	park(branches, left, next);
	branches.live = next;
}

function goTo(branches: Branches, id: number): void {
	if (id === branches.live) return toEnd(branches);
	const branch = branches.list[id];
	if (!branch?.parked) throw new Error(`there is no branch ${id}`);
	goTo(branches, branch.parked.anchor);
	const { ledger } = branches;
	const { at, point, tail } = branch.parked;
	ledger.seek(at);
	branch.parked = null;
	leave(branches, id);
	// While the branch was away, time may have gone on at the fork without anything happening.
	ledger.boundaries[at] = point;
	append(ledger, tail);
	toEnd(branches);
}

function toEnd({ ledger }: Branches): void {
	ledger.seek(ledger.boundaries.length - 1);
}
