/** What stands in the margins of a printed plan, as a style sheet. Pure. */

/** Anything but plain letters and figures is written as its number, so that no title can leave its string. */
const quoted = (words: string): string =>
  `"${[...words].map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `)).join("")}"`;

/** The citation above, the address and the number of the sheet below; the first sheet says what it is itself. */
export const runningTitle = ({ citation, url }: { citation: string; url: string }): string => `@page {
  font: 8pt "Atkinson Hyperlegible Next Variable", system-ui, sans-serif;
  @top-left { content: ${quoted(citation)}; }
  @bottom-left { content: ${quoted(url)}; }
  @bottom-right { content: counter(page) " / " counter(pages); }
}
@page :first {
  @top-left { content: none; }
}
`;
