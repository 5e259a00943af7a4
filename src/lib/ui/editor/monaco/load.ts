import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
// The suggestions of 0.57 come with the inline ones (nothing says so when they are missing).
import 'monaco-editor/features/inlineCompletions/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/placeholderText/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import { registerLanguage } from './language';
import { registerProviders } from './providers';
import { followTheme } from './theme';

// Our own worker: the policy allows none from elsewhere.
globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() };
registerLanguage(monaco);
registerProviders(monaco);
followTheme(monaco);
// The page's own key, from everywhere: no chord of the editor begins with it.
monaco.editor.addKeybindingRule({ keybinding: monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyK, command: null });

/** What all editors have in common. */
export const looks = (label: string): monaco.editor.IStandaloneEditorConstructionOptions => ({
	ariaLabel: label,
	automaticLayout: true,
	tabFocusMode: true,
	minimap: { enabled: false },
	glyphMargin: false,
	tabSize: 2,
	scrollBeyondLastLine: false,
	fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
	padding: { top: 6, bottom: 6 },
	fixedOverflowWidgets: true,
	renderLineHighlight: 'none',
	occurrencesHighlight: 'off',
	wordBasedSuggestions: 'off',
	inlineSuggest: { enabled: false }
});

/** The editor is no field that the page knows of: what is typed in it is no key of the run bar. */
export function keepTyped(event: KeyboardEvent): void {
	if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key !== 'Escape') event.stopPropagation();
}

export { monaco };
