/** The blocks of Unicode that .NET names: where each begins, its names behind `Is`, and where it ends if a gap follows. */
const TABLE =
	'0 BasicLatin,80 Latin-1Supplement,100 LatinExtended-A,180 LatinExtended-B,250 IPAExtensions,2b0 SpacingModifierLetters,' +
	'300 CombiningDiacriticalMarks,370 Greek GreekandCoptic,400 Cyrillic,500 CyrillicSupplement,530 Armenian,590 Hebrew,' +
	'600 Arabic,700 Syriac,750,780 Thaana,7c0,900 Devanagari,980 Bengali,a00 Gurmukhi,a80 Gujarati,b00 Oriya,b80 Tamil,' +
	'c00 Telugu,c80 Kannada,d00 Malayalam,d80 Sinhala,e00 Thai,e80 Lao,f00 Tibetan,1000 Myanmar,10a0 Georgian,' +
	'1100 HangulJamo,1200 Ethiopic,1380,13a0 Cherokee,1400 UnifiedCanadianAboriginalSyllabics,1680 Ogham,16a0 Runic,' +
	'1700 Tagalog,1720 Hanunoo,1740 Buhid,1760 Tagbanwa,1780 Khmer,1800 Mongolian,18b0,1900 Limbu,1950 TaiLe,1980,' +
	'19e0 KhmerSymbols,1a00,1d00 PhoneticExtensions,1d80,1e00 LatinExtendedAdditional,1f00 GreekExtended,' +
	'2000 GeneralPunctuation,2070 SuperscriptsandSubscripts,20a0 CurrencySymbols,' +
	'20d0 CombiningDiacriticalMarksforSymbols CombiningMarksforSymbols,2100 LetterlikeSymbols,2150 NumberForms,2190 Arrows,' +
	'2200 MathematicalOperators,2300 MiscellaneousTechnical,2400 ControlPictures,2440 OpticalCharacterRecognition,' +
	'2460 EnclosedAlphanumerics,2500 BoxDrawing,2580 BlockElements,25a0 GeometricShapes,2600 MiscellaneousSymbols,' +
	'2700 Dingbats,27c0 MiscellaneousMathematicalSymbols-A,27f0 SupplementalArrows-A,2800 BraillePatterns,' +
	'2900 SupplementalArrows-B,2980 MiscellaneousMathematicalSymbols-B,2a00 SupplementalMathematicalOperators,' +
	'2b00 MiscellaneousSymbolsandArrows,2c00,2e80 CJKRadicalsSupplement,2f00 KangxiRadicals,2fe0,' +
	'2ff0 IdeographicDescriptionCharacters,3000 CJKSymbolsandPunctuation,3040 Hiragana,30a0 Katakana,3100 Bopomofo,' +
	'3130 HangulCompatibilityJamo,3190 Kanbun,31a0 BopomofoExtended,31c0,31f0 KatakanaPhoneticExtensions,' +
	'3200 EnclosedCJKLettersandMonths,3300 CJKCompatibility,3400 CJKUnifiedIdeographsExtensionA,' +
	'4dc0 YijingHexagramSymbols,4e00 CJKUnifiedIdeographs,a000 YiSyllables,a490 YiRadicals,a4d0,ac00 HangulSyllables,' +
	'd7b0,d800 HighSurrogates,db80 HighPrivateUseSurrogates,dc00 LowSurrogates,e000 PrivateUse PrivateUseArea,' +
	'f900 CJKCompatibilityIdeographs,fb00 AlphabeticPresentationForms,fb50 ArabicPresentationForms-A,' +
	'fe00 VariationSelectors,fe10,fe20 CombiningHalfMarks,fe30 CJKCompatibilityForms,fe50 SmallFormVariants,' +
	'fe70 ArabicPresentationForms-B,ff00 HalfwidthandFullwidthForms,fff0 Specials,10000';

const blocks = new Map<string, readonly [from: number, to: number]>();
const rows = TABLE.split(',').map((row) => row.split(' '));
for (const [index, [from, ...names]] of rows.entries()) {
	for (const name of names) blocks.set(`Is${name}`, [parseInt(from!, 16), parseInt(rows[index + 1]![0]!, 16) - 1]);
}

/** First and last character of a block, or undefined when .NET has none of that name. */
export const blockOf = (name: string): readonly [from: number, to: number] | undefined => blocks.get(name);
