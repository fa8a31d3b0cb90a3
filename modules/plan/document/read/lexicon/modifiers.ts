const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

/** Words that may stand between the words of a name. */
export const SMALL_WORDS = set("of and & the for a an to in or by with on");

/** Adjectives that name a kind of goal even where they are printed in small letters. */
export const PLAIN_MODIFIERS = set(`
  strategic annual academic performance key core long-term short-term long short term long-range five-year four-year three-year two-year ten-year
  5-year 4-year 3-year 2-year 10-year one-year multi-year district districtwide district-wide school schoolwide board board's overarching main top major
  big primary supporting specific measurable smart student interim progress leading lagging success improvement instructional
  operational organizational broad first second third shared critical essential yearly current new proposed adopted collective overall
  common guiding foundational system systemwide priority strategy goal objective action our district's school's superintendent's plan focus lead target support staff program work report
`);

/** A line that starts with one of these is a sentence, not a label. */
export const FIRST_WORDS_OF_PROSE = set(`
  each every this that these those all any if when while because as with from at it its they their there here some many most both
  we he she you your i no not one's such other another of and or but so in on by to for under within during after before about how
  what why who where which is are was were will can may must should would could has have had
`);

/** Words in front of a heading's phrase that say whose or how many, not what: left off the name of the level. */
export const WHOSE = set(`
  our the district district's districts districtwide district-wide school school's schools schoolwide campus town county city community
  one two three four five six seven eight nine ten eleven twelve these those your their its current proposed adopted
  nuestro nuestra nuestros nuestras el la los las sus
  new all final draft revised updated approved plan plan's strategic-plan overarching overall sample example recommended board's
`);
