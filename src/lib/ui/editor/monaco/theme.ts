import type * as Monaco from 'monaco-editor/editor';

const name = 'provlab';

/** The build shortens #ffffff to #fff, which the editor does not read. */
function longHex(text: string): string {
	return /^#[0-9a-f]{3}$/i.test(text) ? text.replace(/[0-9a-f]/gi, '$&$&') : text;
}

/** The interface's own tokens as the editor's colours. */
function define({ editor }: typeof Monaco): void {
	const style = getComputedStyle(document.documentElement);
	const colour = (token: string) => longHex(style.getPropertyValue(`--${token}`).trim());
	const isHex = /^#[0-9a-f]{6}$/i.test(colour('ink'));
	// Forced colours have names instead of numbers: the editor then has its own theme for them.
	if (!isHex) return editor.setTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'hc-black' : 'hc-light');
	const isDark = style.colorScheme === 'dark';
	const rule = (token: string, of: string, fontStyle?: string) => ({
		token,
		foreground: colour(of).slice(1),
		...(fontStyle && { fontStyle })
	});
	editor.defineTheme(name, {
		base: isDark ? 'vs-dark' : 'vs',
		inherit: true,
		rules: [
			rule('function', 'accent', 'bold'),
			rule('attribute', 'warn-text'),
			rule('string', 'success'),
			rule('string.escape', 'success', 'bold'),
			rule('keyword', 'ink', 'bold'),
			rule('number', 'ink'),
			rule('operator', 'ink'),
			rule('delimiter', 'quiet'),
			rule('unknown', 'failure')
		],
		colors: {
			'editor.background': colour('panel'),
			'editor.foreground': colour('ink'),
			'editor.lineHighlightBackground': colour('panel'),
			'editorLineNumber.foreground': colour('quiet'),
			'editorWidget.background': colour('panel'),
			'editorWidget.foreground': colour('ink'),
			'editorWidget.border': colour('edge'),
			'editorSuggestWidget.background': colour('panel'),
			'editorSuggestWidget.selectedBackground': colour('select'),
			'editorSuggestWidget.selectedForeground': colour('ink'),
			'editorSuggestWidget.highlightForeground': colour('accent'),
			'editorSuggestWidget.focusHighlightForeground': colour('accent'),
			'editorSuggestWidget.selectedIconForeground': colour('ink'),
			'editorHoverWidget.background': colour('panel'),
			'editorHoverWidget.border': colour('edge'),
			'editorError.foreground': colour('failure'),
			'editorWarning.foreground': colour('warn'),
			focusBorder: colour('accent')
		}
	});
	editor.setTheme(name);
}

/** Follows the person's choice and the system's. */
export function followTheme(monaco: typeof Monaco): void {
	define(monaco);
	new MutationObserver(() => define(monaco)).observe(document.documentElement, { attributeFilter: ['data-theme'] });
	for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
		matchMedia(query).addEventListener('change', () => define(monaco));
}
